package premise

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
)

// author writes random rules.
type author struct {
	*rand.Rand
	scope []string // terms that variables stand for
	names int
	calls []string // functions that are there
}

func (a *author) pick(choices ...string) string { return choices[a.IntN(len(choices))] }

func (a *author) fresh() string {
	a.names++
	return fmt.Sprintf("v%d", a.names)
}

// term is a value: of the document, of a variable, or worked out.
func (a *author) term(depth int) string {
	if depth > 0 {
		switch a.IntN(8) {
		case 0:
			return a.pick("lower", "count") + "(" + a.term(depth-1) + ")"
		case 1:
			if len(a.calls) > 0 {
				return a.pick(a.calls...) + "(" + a.term(depth-1) + ")"
			}
		case 2:
			return a.term(depth-1) + a.pick(" + ", " - ", " * ") + a.term(depth-1)
		case 3:
			return a.comprehension(depth - 1)
		case 4:
			return `$"{` + a.term(depth-1) + `}."`
		case 5:
			return `input.keys[` + a.term(depth-1) + `].kind`
		}
	}
	if len(a.scope) > 0 && a.IntN(2) == 0 {
		return a.pick(a.scope...)
	}
	return a.pick("input.conf.a", "input.conf.b", "input.conf.text", "input.conf.none", "input.list[0].size", "input.list[1].name",
		"1", "7", "9", `"c"`, `"a.b"`, `"zz"`, "true", "names", "sizes", `sizes["c"]`, "high")
}

func (a *author) comprehension(depth int) string {
	outer := len(a.scope)
	defer func() { a.scope = a.scope[:outer] }()
	v := a.fresh()
	a.scope = append(a.scope, v+".name", v+".size", v+".on")
	condition := a.condition(depth)
	inside := a.pick(a.scope[outer:]...)
	return a.pick("[", "{")[:1] + inside + " | some " + v + " in input.list; " + condition + "\x00"
}

// condition is an expression of a body.
func (a *author) condition(depth int) string {
	switch a.IntN(9) {
	case 0, 1:
		return "not " + a.simple(depth)
	case 2:
		if depth > 0 {
			outer := len(a.scope)
			v := a.fresh()
			a.scope = append(a.scope, v+".name", v+".size", v+".on")
			body := a.body(depth-1, 2)
			a.scope = a.scope[:outer]
			return "every " + v + " in input.list { " + body + " }"
		}
	case 3:
		v := a.fresh()
		a.scope = append(a.scope, v+".name", v+".size", v+".on")
		return "some " + v + " in input.list"
	case 4:
		v, w := a.fresh(), a.fresh()
		a.scope = append(a.scope, v, w)
		return "some " + v + ", " + w + " in sizes"
	case 5:
		v := a.fresh()
		line := v + " := " + a.term(depth)
		if a.IntN(2) == 0 {
			line = v + " := " + a.simple(0)
		}
		a.scope = append(a.scope, v)
		return line
	}
	return a.simple(depth)
}

func (a *author) simple(depth int) string {
	switch a.IntN(5) {
	case 0:
		return a.term(depth)
	case 1:
		return a.term(depth) + ` in {"c", 7, true}`
	case 2:
		return "startswith(" + a.term(depth) + `, "a")`
	}
	return a.term(depth) + a.pick(" == ", " != ", " < ", " > ") + a.term(depth)
}

func (a *author) body(depth, most int) string {
	lines := make([]string, 1+a.IntN(most))
	for i := range lines {
		lines[i] = a.condition(depth)
	}
	return strings.Join(lines, "; ")
}

// module is a few helpers and a rule.
func (a *author) module() string {
	var text strings.Builder
	text.WriteString("package policies.test\n")
	for _, name := range []string{"f", "g"} {
		a.scope = []string{"x"}
		first, value := a.body(1, 2), a.term(1)
		a.scope = []string{"x"}
		second := a.body(1, 2)
		fmt.Fprintf(&text, "%s(x) := %s if { x; %s } else := %s if { %s }\n", name, value, first, a.pick("false", "7", `"c"`), second)
		a.calls = append(a.calls, name)
	}
	text.WriteString("names contains e.name if { some e in input.list; e.on }\nsizes[e.name] := e.size if some e in input.list\n")
	a.scope = nil
	text.WriteString("high if { input.conf.a > 5 }\n")
	a.scope = nil
	fmt.Fprintf(&text, "deny contains \"x\" if { %s }\n", a.body(2, 4))
	return closed(text.String())
}

// closed closes the comprehensions, each as it was opened.
func closed(text string) string {
	var out []byte
	var open []byte
	for i := range len(text) {
		switch c := text[i]; c {
		case '[', '{', '(':
			open = append(open, map[byte]byte{'[': ']', '{': '}', '(': ')'}[c])
			out = append(out, c)
		case ']', '}', ')':
			open = open[:len(open)-1]
			out = append(out, c)
		case 0:
			out = append(out, open[len(open)-1])
			open = open[:len(open)-1]
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

// written is a random rule: its premises, and OPA's query for it; false when it
// does not compile.
func written(t *testing.T, seed uint64) (text string, library *Library, query rego.PreparedEvalQuery, ok bool) {
	t.Helper()
	text = (&author{Rand: rand.New(rand.NewPCG(seed, 1))}).module()
	module, err := ast.ParseModule("test.rego", text)
	if err != nil {
		return "", nil, query, false // a term that cannot stand there
	}
	compiler := ast.NewCompiler().WithSkipStages(ast.StageCheckTypes, ast.StageCheckVoidCalls)
	if compiler.Compile(map[string]*ast.Module{"test.rego": module.Copy()}); compiler.Failed() {
		return "", nil, query, false // a variable is not used
	}
	if query, err = rego.New(rego.Query("x = data.policies.test.deny"), rego.Compiler(compiler)).PrepareForEval(context.Background()); err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for name, premise := range Of(module) {
		texts["data.policies.test."+name] = premise
	}
	return text, NewLibrary(texts, ast.NewObject()), query, true
}

// answers asks OPA; false too where clauses contradict each other.
func answers(query rego.PreparedEvalQuery, input ast.Value) bool {
	results, err := query.Eval(context.Background(), rego.EvalParsedInput(input))
	return err == nil && len(results[0].Bindings["x"].([]any)) > 0
}

const (
	deny        = "data.policies.test.deny"
	randomRules = 1500
)

// TestRandomRules: where the premise of a rule fails, OPA has no answer.
func TestRandomRules(t *testing.T) {
	compiled, silent, vain := 0, 0, 0
	for seed := range uint64(randomRules) {
		text, library, query, ok := written(t, seed)
		if !ok {
			continue
		}
		compiled++
		for name, document := range documents {
			input := ast.MustInterfaceToValue(document)
			answered := answers(query, input)
			switch fails := library.Fails(deny, NewQuestion(ast.NewTerm(input))); {
			case fails && answered:
				t.Errorf("the premise fails on the %s document, and OPA has an answer:\n%s", name, text)
			case fails:
				silent++
			case !answered:
				vain++
			}
		}
	}
	t.Logf("%d rules: %d times silent, %d times asked for nothing", compiled, silent, vain)
	if compiled < randomRules/3 || vain > silent/4 {
		t.Errorf("%d rules compiled; %d times silent, %d times asked for nothing", compiled, silent, vain)
	}
}

// TestRandomOpenQuestions: where a premise fails whatever stands at some paths,
// OPA has no answer with any values there, or none.
func TestRandomOpenQuestions(t *testing.T) {
	paths := [][]string{{"conf", "a"}, {"conf", "b"}, {"conf", "text"}, {"conf", "none"}, {"list", "1", "size"}, {"list", "0", "on"}, {"keys", "c", "kind"}, {"keys", "new"}}
	values := []any{nil, 1, 7, 9, true, false, "c", "a.b", map[string]any{"kind": "y"}}
	settled, open := 0, 0
	for seed := range uint64(randomRules) {
		text, library, query, ok := written(t, seed)
		if !ok {
			continue
		}
		random := rand.New(rand.NewPCG(seed, 2))
		unknown := [][]string{paths[random.IntN(len(paths))], paths[random.IntN(len(paths))]}
		if !library.Fails(deny, NewOpenQuestion(ast.NewTerm(ast.MustInterfaceToValue(documents["large"])), unknown)) {
			open++
			continue
		}
		settled++
		for range 8 {
			document := ast.MustInterfaceToValue(documents["large"])
			plain, err := ast.JSON(document)
			if err != nil {
				t.Fatal(err)
			}
			for _, path := range unknown {
				put(plain, path, values[random.IntN(len(values))])
			}
			if answers(query, ast.MustInterfaceToValue(plain)) {
				t.Errorf("the premise fails with %v unknown, and OPA has an answer on %v:\n%s", unknown, plain, text)
			}
		}
	}
	t.Logf("%d settled, %d open", settled, open)
}

// put writes a value into a document; nil takes out what stands there.
func put(document any, path []string, value any) {
	if list, ok := document.([]any); ok {
		i, _ := strconv.Atoi(path[0])
		put(list[i], path[1:], value)
		return
	}
	whole := document.(map[string]any)
	switch {
	case len(path) > 1:
		put(whole[path[0]], path[1:], value)
	case value == nil:
		delete(whole, path[0])
	default:
		whole[path[0]] = value
	}
}
