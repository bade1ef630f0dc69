package premise

import (
	"regexp/syntax"
	"slices"
	"sort"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// requirement is what the text in a field of an element has to begin with, so
// that a quantifier over a list need not go through it: most rules look for keys
// that most jobs do not have.
type requirement struct {
	list, field string // of the document: assignments, name
	prefixes    []string
	// from is what the prefixes are worked out from, where they are not constant:
	// a text, or a collection of texts.
	from *node
}

// requirementOf finds what a quantifier over a list of the document requires;
// nil when it is nothing that can be looked up.
func requirementOf(n *node) *requirement {
	of := n.items[0]
	if n.op != some || of.op != get || of.items[0].op != input {
		return nil
	}
	list, ok := of.items[1].text()
	if !ok {
		return nil
	}
	r := requiredBy(n.items[1], n.slot)
	if r != nil {
		r.list = list
	}
	return r
}

// requiredBy finds what an expression requires to have a value, which may be
// false; nil when it is nothing that can be looked up.
func requiredBy(n *node, slot int) *requirement {
	switch n.op {
	case seq:
		last := len(n.items) - 1
		for _, condition := range n.items[:last] {
			if r := requiredToHold(condition, slot); r != nil {
				return r
			}
		}
		return requiredBy(n.items[last], slot)
	case let:
		if r := requiredBy(n.items[0], slot); r != nil {
			return r
		}
		return requiredBy(n.items[1], slot)
	case get:
		if r := requiredOfMatch(n.items[0], slot); r != nil {
			return r
		}
		return requiredBy(n.items[0], slot)
	}
	return nil
}

// requiredToHold finds what an expression requires to hold.
func requiredToHold(n *node, slot int) *requirement {
	if n.op != builtin || len(n.items) < 2 {
		return requiredBy(n, slot)
	}
	a, b := n.items[0], n.items[1]
	switch n.name {
	case "equal":
		if fieldOf(a, slot) == "" {
			a, b = b, a
		}
	case "startswith", "internal.member_2":
	case "regex.match":
		return matching(a, b, slot)
	default:
		return nil
	}
	r := &requirement{field: fieldOf(a, slot)}
	words, constant := constantTexts(b)
	switch {
	case r.field == "":
		return nil
	case constant:
		r.prefixes = words
	case before(b, slot):
		r.from = b
	default:
		return nil
	}
	return r
}

// requiredOfMatch finds what a search requires to find something.
func requiredOfMatch(n *node, slot int) *requirement {
	if n.op != builtin || n.name != "regex.find_all_string_submatch_n" {
		return nil
	}
	return matching(n.items[0], n.items[1], slot)
}

// matching is what a pattern requires of a field of the element in a slot.
func matching(pattern, of *node, slot int) *requirement {
	text, ok := pattern.text()
	field := fieldOf(of, slot)
	if !ok || field == "" {
		return nil
	}
	if words := beginnings(text); words != nil {
		return &requirement{field: field, prefixes: words}
	}
	return nil
}

// before reports whether an expression has a value before an element is in a
// slot, at little cost.
func before(n *node, slot int) bool {
	switch n.op {
	case constant, input:
		return true
	case data:
		return n.rule != nil
	case variable:
		return n.slot < slot
	case get:
		return before(n.items[0], slot) && before(n.items[1], slot)
	}
	return false
}

// fieldOf is the field of the element that an expression reads; empty when it
// is none.
func fieldOf(n *node, slot int) string {
	if n.op != get || n.items[0].op != variable || n.items[0].slot != slot {
		return ""
	}
	name, _ := n.items[1].text()
	return name
}

// constantTexts are the text that a constant is, or of which it consists.
func constantTexts(n *node) ([]string, bool) {
	if n.op != constant {
		return nil, false
	}
	return textsIn(n.term)
}

func textsIn(t *ast.Term) (words []string, ok bool) {
	ok = t != nil && t != maybe
	add := func(t *ast.Term) {
		word, text := t.Value.(ast.String)
		words, ok = append(words, string(word)), ok && text && t != maybe
	}
	if !ok {
		return nil, false
	}
	switch v := t.Value.(type) {
	case ast.String:
		add(t)
	case ast.Set:
		v.Foreach(add)
	case *ast.Array:
		v.Foreach(add)
	default:
		return nil, false
	}
	return words, ok
}

// beginnings are the texts with one of which everything begins that a pattern
// matches; nil when that is any text.
func beginnings(pattern string) []string {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil || re.Op != syntax.OpConcat || re.Sub[0].Op != syntax.OpBeginText {
		return nil
	}
	texts, _ := expanded(re)
	if slices.Contains(texts, "") {
		return nil
	}
	return texts
}

// manyTexts is how many beginnings are worth looking up.
const manyTexts = 24

// expanded writes out with what a pattern begins, and reports whether that is
// all of it.
func expanded(re *syntax.Regexp) (texts []string, whole bool) {
	switch re.Op {
	case syntax.OpBeginText, syntax.OpEmptyMatch:
		return []string{""}, true
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase == 0 {
			return []string{string(re.Rune)}, true
		}
	case syntax.OpCapture:
		return expanded(re.Sub[0])
	case syntax.OpAlternate:
		whole = true
		for _, choice := range re.Sub {
			more, all := expanded(choice)
			texts, whole = append(texts, more...), whole && all
		}
		return texts, whole
	case syntax.OpConcat:
		texts = []string{""}
		for _, part := range re.Sub {
			more, all := expanded(part)
			if len(texts)*len(more) > manyTexts {
				return texts, false
			}
			var longer []string
			for _, text := range texts {
				for _, rest := range more {
					longer = append(longer, text+rest)
				}
			}
			if texts = longer; !all {
				return texts, false
			}
		}
		return texts, true
	}
	return []string{""}, false
}

// mentions reports whether an element of a list has what is required, or may
// have it.
func (f *frame) mentions(r *requirement) bool {
	words, ok := f.words[[2]string{r.list, r.field}]
	if !ok {
		words = f.wordsOf(r.list, r.field)
		if f.words == nil {
			f.words = map[[2]string][]string{}
		}
		f.words[[2]string{r.list, r.field}] = words
	}
	prefixes := r.prefixes
	if r.from != nil {
		if prefixes, ok = textsIn(f.eval(r.from)); !ok {
			return true
		}
	}
	if words == nil {
		return true
	}
	return slices.ContainsFunc(prefixes, func(prefix string) bool {
		i := sort.SearchStrings(words, prefix)
		return i < len(words) && strings.HasPrefix(words[i], prefix)
	})
}

// wordsOf are the texts in a field of a list's elements, sorted; nil when they
// cannot be told.
func (q *Question) wordsOf(list, field string) []string {
	of := element(q.input, ast.StringTerm(list))
	if of == nil {
		return []string{}
	}
	elements, ok := of.Value.(*ast.Array)
	if of == maybe || !ok {
		return nil
	}
	words := make([]string, 0, elements.Len())
	key := ast.StringTerm(field)
	for i := range elements.Len() {
		switch t := element(elements.Elem(i), key); t {
		case nil:
		case maybe:
			return nil
		default:
			word, ok := t.Value.(ast.String)
			if !ok {
				return nil
			}
			words = append(words, string(word))
		}
	}
	slices.Sort(words)
	return words
}
