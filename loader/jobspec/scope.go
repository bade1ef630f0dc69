package jobspec

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/sparkvet/sparkvet/conf"
)

// scope is what the names in an expression mean.
type scope struct {
	context *hcl.EvalContext
	// each: the expression stands in a job with for_each.
	each bool
	// eachUnknown says why each.key or each.value is not wholly known.
	eachUnknown conf.Reason
}

// value is what an expression came to.
type value struct {
	cty.Value
	// unknown says why it is not wholly known; empty when it is.
	unknown conf.Reason
}

// newScope makes a scope with the functions and the given names.
func newScope(names map[string]cty.Value) *scope {
	return &scope{context: &hcl.EvalContext{Variables: names, Functions: functions}}
}

// evaluate works out an expression. What cannot be worked out is told, and is
// unknown.
func (f *file) evaluate(expr hclsyntax.Expression, s *scope) value {
	failed, seen := f.prepared[expr]
	if !seen {
		failed = f.prepare(expr, s)
		f.prepared[expr] = failed
	}
	if failed != "" {
		return value{cty.DynamicVal, failed}
	}
	if !f.meter.begin() {
		if !f.meter.told {
			f.meter.told = true
			f.report.tooLarge(expr.Range(), "evaluating this file takes too long", "what is left of it is taken as unknown")
		}
		return value{cty.DynamicVal, "evaluating this file takes too long"}
	}
	v, diagnostics := expr.Value(s.context)
	if isHuge(v) {
		f.report.add(expr.Range(), hugeNumber, "")
		return value{cty.DynamicVal, hugeNumber}
	}
	if !diagnostics.HasErrors() && !f.meter.charge(v) {
		diagnostics = append(diagnostics, tooCostly(expr.Range()))
	}
	f.report.hcl(diagnostics)
	if diagnostics.HasErrors() {
		return value{cty.DynamicVal, "the expression cannot be evaluated"}
	}
	if !v.IsWhollyKnown() {
		return value{v, f.whyUnknown(expr, s)}
	}
	return value{Value: v}
}

// hugeNumber says of a number that no type of Spark's has room for it. Written
// without an exponent it could fill the memory.
const hugeNumber = "this number is larger or smaller than Spark can hold"

func isHuge(v cty.Value) bool {
	return v.Type() == cty.Number && v.IsKnown() && !v.IsNull() && digits(v) > maxDigits
}

// prepare checks an expression's names once, before it is first evaluated, and
// meters it. It returns why the expression cannot be evaluated at all.
func (f *file) prepare(expr hclsyntax.Expression, s *scope) (failed conf.Reason) {
	at := expr.Range()
	if i, _ := slices.BinarySearch(f.errors, at.Start.Byte); i < len(f.errors) && f.errors[i] <= at.End.Byte {
		return "the expression cannot be read"
	}
	// After one error hcl's parser keeps the next ones to itself, until it finds its feet.
	if len(f.errors) > 0 && f.errors[0] < at.Start.Byte {
		text := f.report.source.Text[at.Start.Byte:max(at.Start.Byte, min(at.End.Byte, len(f.report.source.Text)))]
		if _, diagnostics := hclsyntax.ParseExpression(text, "", hcl.InitialPos); diagnostics.HasErrors() {
			return "the expression cannot be read"
		}
	}
	_ = hclsyntax.VisitAll(expr, func(node hclsyntax.Node) hcl.Diagnostics {
		switch n := node.(type) {
		case *hclsyntax.LiteralValueExpr:
			if isHuge(n.Val) {
				f.report.add(n.Range(), hugeNumber, "")
				failed = hugeNumber
			}
		case *hclsyntax.FunctionCallExpr:
			if _, known := functions[n.Name]; !known {
				f.unknownFunction(n)
				failed = conf.Reason("there is no function " + n.Name)
			}
		}
		return nil // told to f.report
	})
	for _, reference := range expr.Variables() {
		if why := f.unresolved(reference, s); why != "" {
			failed = why
		}
	}
	if failed == "" {
		f.meter.install(expr)
	}
	return failed
}

func (f *file) unknownFunction(call *hclsyntax.FunctionCallExpr) {
	if why := refused[call.Name]; why != "" {
		f.report.add(call.NameRange, "function "+call.Name+" is not available", why)
		return
	}
	f.report.add(call.NameRange, "there is no function "+call.Name, didYouMean(call.Name, functions))
}

// unresolved tells of a reference to something that the file does not have.
func (f *file) unresolved(t hcl.Traversal, s *scope) conf.Reason {
	root, name := t.RootName(), second(t)
	known, isRoot := f.names[root]
	switch {
	case root == "each" && !s.each:
		f.report.add(t.SourceRange(), "each is not known here", "it is the instance of a job that has for_each, for the other attributes of that job")
		return "each is not known here"
	case root == "each":
		if name == "key" || name == "value" {
			return ""
		}
		f.report.add(t.SourceRange(), "each has only each.key and each.value", "")
		return "each has only each.key and each.value"
	case !isRoot:
		f.report.add(t.SourceRange(), fmt.Sprintf("%q is not a name that is known here", root),
			"text stands in quotes; names begin with var., local., each., cluster. or job.")
		return conf.Reason(root + " is not a name that is known here")
	case name == "":
		f.report.add(t.SourceRange(), fmt.Sprintf("%s needs a name: %s.NAME", root, root), fmt.Sprintf("the text %q stands in quotes", root))
		return conf.Reason(root + " needs a name")
	case !known[name]:
		f.report.add(t.SourceRange(), fmt.Sprintf("there is no %s %q in this file", nouns[root], name), didYouMean(name, known))
		return conf.Reason(fmt.Sprintf("there is no %s %s in this file", nouns[root], name))
	}
	return ""
}

// nouns are what the roots of references are called in messages.
var nouns = map[string]string{"var": "variable", "local": "local", "cluster": "cluster", "job": "job"}

// second is the name in var.name or var["name"]; empty when there is none.
func second(t hcl.Traversal) string {
	if len(t) < 2 {
		return ""
	}
	switch step := t[1].(type) {
	case hcl.TraverseAttr:
		return step.Name
	case hcl.TraverseIndex:
		if step.Key.Type() == cty.String && step.Key.IsKnown() && !step.Key.IsNull() {
			return step.Key.AsString()
		}
	}
	return ""
}

// whyUnknown finds the reference that makes an expression's value unknown.
func (f *file) whyUnknown(expr hclsyntax.Expression, s *scope) conf.Reason {
	for _, t := range expr.Variables() {
		why := f.unknown[t.RootName()+"."+second(t)]
		if t.RootName() == "each" {
			why = s.eachUnknown
		}
		if why == "" {
			continue
		}
		// The part that is used may be known although the whole is not.
		v, diagnostics := t.TraverseAbs(s.context)
		if diagnostics.HasErrors() || !f.meter.charge(v) || !v.IsWhollyKnown() {
			return why
		}
	}
	return conf.Reason("the value of " + excerpt(f.report.span(expr.Range()).Text()) + " is not known")
}

// excerpt is the beginning of a text, for a message.
func excerpt(text string) string {
	line, _, more := strings.Cut(text, "\n")
	if runes := []rune(line); len(runes) > 40 {
		line, more = string(runes[:40]), true
	}
	if more {
		return strings.TrimRight(line, " \t\r") + "…"
	}
	return line
}
