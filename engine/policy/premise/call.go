package premise

import (
	"strings"
	"unicode/utf8"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// told are those of OPA's functions that are called ahead: what they return
// follows from their arguments, is one value, and is no large one.
var told = names(`internal.template_string equal neq lt lte gt gte plus minus mul div rem internal.member_2 internal.member_3
	startswith endswith contains strings.any_prefix_match strings.any_suffix_match lower upper split concat
	trim trim_space trim_prefix trim_suffix trim_left trim_right substring indexof replace format_int semver.compare
	regex.match regex.is_valid regex.find_all_string_submatch_n regex.find_n regex.split regex.replace
	count sum max min sort abs floor ceil round to_number
	is_string is_number is_boolean is_null is_array is_set is_object
	object.get object.keys object.union object.union_n array.concat array.slice intersection union and or`)

// searching are those that take a pattern and a text, and take long.
var searching = names(`regex.match regex.find_all_string_submatch_n regex.find_n regex.split`)

func names(text string) map[string]bool {
	set := map[string]bool{}
	for _, name := range strings.Fields(text) {
		set[name] = true
	}
	return set
}

// call is a call of one of OPA's functions, in one place of a rule.
type call struct {
	function topdown.BuiltinFunc
	// short answers what is asked most without OPA; nil when it leaves it to OPA.
	short func(operands []*ast.Term) *ast.Term
	// searches: the answers follow from a pattern and a text, and are remembered.
	searches bool
	answers  memory
}

// newCall finds a function; nil for an unknown name.
func newCall(name string, items []*node) *call {
	function := topdown.GetBuiltin(name)
	if function == nil {
		return nil
	}
	searches := searching[name] && (len(items) == 2 || items[2].op == constant)
	return &call{function: function, short: short[name], searches: searches}
}

// builtin calls a function. What fails is for the evaluation to report.
func (q *Question) builtin(c *call, operands []*ast.Term) *ast.Term {
	if c.short != nil {
		if t := c.short(operands); t != nil {
			return t
		}
	}
	if !c.searches {
		return q.ask(c, operands)
	}
	about, ok := textsOf(operands[:2])
	if !ok {
		return q.ask(c, operands)
	}
	if t, known := c.answers.recall(about); known {
		return t
	}
	t := q.ask(c, operands)
	c.answers.keep(about, t)
	return t
}

func (q *Question) ask(c *call, operands []*ast.Term) *ast.Term {
	q.result = nil
	if err := c.function(topdown.BuiltinContext{}, operands, q.take); err != nil {
		return maybe
	}
	return q.result
}

// short are the functions that most conditions consist of.
var short = map[string]func([]*ast.Term) *ast.Term{
	"equal": func(o []*ast.Term) *ast.Term { return ast.InternedTerm(o[0].Equal(o[1])) },
	"neq":   func(o []*ast.Term) *ast.Term { return ast.InternedTerm(!o[0].Equal(o[1])) },

	"startswith": inText(strings.HasPrefix),
	"endswith":   inText(strings.HasSuffix),
	"contains":   inText(strings.Contains),

	"internal.member_2": func(o []*ast.Term) *ast.Term {
		switch v := o[1].Value.(type) {
		case ast.Set:
			return ast.InternedTerm(v.Contains(o[0]))
		case *ast.Array:
			return ast.InternedTerm(v.Until(o[0].Equal))
		}
		return nil
	},
	"count": func(o []*ast.Term) *ast.Term {
		switch v := o[0].Value.(type) {
		case ast.Set:
			return ast.InternedTerm(v.Len())
		case *ast.Array:
			return ast.InternedTerm(v.Len())
		case ast.String:
			return ast.InternedTerm(utf8.RuneCountInString(string(v)))
		}
		return nil
	},
}

func inText(holds func(text, part string) bool) func([]*ast.Term) *ast.Term {
	return func(o []*ast.Term) *ast.Term {
		text, ok1 := o[0].Value.(ast.String)
		part, ok2 := o[1].Value.(ast.String)
		if !ok1 || !ok2 {
			return nil
		}
		return ast.InternedTerm(holds(string(text), string(part)))
	}
}
