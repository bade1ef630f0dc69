package jobspec

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// hcl's parser and evaluator recurse into brackets and along chains of
// operators, and a Go stack overflow cannot be recovered; joining the lines of a
// text takes it quadratic time. No configuration written for people comes near
// these limits.
const (
	maxBrackets  = 100
	maxOperators = 2000
	maxLines     = 10_000
)

// tooDeep finds the first place where an expression or block nests deeper, or a
// text is longer, than is parsed, and says what it is; empty when there is none.
func tooDeep(tokens hclsyntax.Tokens) (hcl.Range, string) {
	operators := []int{0} // in the current item of each open bracket
	texts, lines := 0, 0  // open strings and here-documents, and the pieces of the outermost
	for i := range tokens {
		top := len(operators) - 1
		switch tokens[i].Type {
		case hclsyntax.TokenNewline:
			if top == 0 {
				operators[0] = 0
			}
		case hclsyntax.TokenComma, hclsyntax.TokenEqual:
			operators[top] = 0
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenTemplateSeqEnd:
			if top > 0 {
				operators = operators[:top]
			}
		case hclsyntax.TokenOBrack, hclsyntax.TokenTemplateControl: // a[b][c] and %{if} nest without brackets inside brackets
			operators[top]++
			operators = append(operators, 0)
		case hclsyntax.TokenOBrace, hclsyntax.TokenOParen, hclsyntax.TokenTemplateInterp:
			operators = append(operators, 0)
		case hclsyntax.TokenStar, hclsyntax.TokenSlash, hclsyntax.TokenPlus, hclsyntax.TokenMinus, hclsyntax.TokenPercent,
			hclsyntax.TokenEqualOp, hclsyntax.TokenNotEqual, hclsyntax.TokenLessThan, hclsyntax.TokenLessThanEq,
			hclsyntax.TokenGreaterThan, hclsyntax.TokenGreaterThanEq, hclsyntax.TokenAnd, hclsyntax.TokenOr,
			hclsyntax.TokenBang, hclsyntax.TokenQuestion, hclsyntax.TokenDoubleColon:
			operators[top]++
		case hclsyntax.TokenOQuote, hclsyntax.TokenOHeredoc:
			if texts == 0 {
				lines = 0
			}
			texts++
		case hclsyntax.TokenCQuote, hclsyntax.TokenCHeredoc:
			texts--
		case hclsyntax.TokenQuotedLit, hclsyntax.TokenStringLit:
			lines++
		}
		switch {
		case len(operators) > maxBrackets+1:
			return tokens[i].Range, fmt.Sprintf("brackets nest more than %d deep", maxBrackets)
		case operators[len(operators)-1] > maxOperators, top < len(operators) && operators[top] > maxOperators:
			return tokens[i].Range, fmt.Sprintf("more than %d operators in one expression", maxOperators)
		case lines > maxLines:
			return tokens[i].Range, fmt.Sprintf("more than %d lines in one text", maxLines)
		}
	}
	return hcl.Range{}, ""
}
