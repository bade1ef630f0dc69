package premise

import (
	"context"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
)

// documents are what the rules of the tests are asked about.
var documents = map[string]map[string]any{
	"empty": {},
	"small": {"conf": map[string]any{"a": 1, "b": false, "text": "Spark"}, "list": []any{}},
	"large": {
		"conf": map[string]any{"a": 7, "b": true, "text": "a.b", "limit": 7},
		"list": []any{map[string]any{"name": "a.b", "on": true, "size": 3}, map[string]any{"name": "c", "on": false, "size": 9}},
		"keys": map[string]any{"a.b": map[string]any{"kind": "x"}, "c": map[string]any{"kind": "y"}},
	},
}

// bodies are rules of which it can be told, for each document, whether they
// have an answer.
var bodies = []string{
	`deny contains "x" if input.conf.a > 5`,
	`deny contains "x" if input.conf.b`,
	`deny contains "x" if not input.conf.b`,
	`deny contains "x" if not input.list`,
	`deny contains x if some x in input.list`,
	`deny contains "x" if { some x in input.list; x.on; x.size > 5 }`,
	`deny contains "x" if { some x in input.list; not x.on; input.keys[x.name].kind == "y" }`,
	`deny contains "x" if input.list[_].size == 9`,
	`deny contains "x" if { some i; input.list[i].name == "c"; i == 1 }`,
	`deny contains "x" if { some name, _ in input.keys; startswith(name, "c") }`,
	`deny contains "x" if { some [name, kind] in [[k, v.kind] | some k, v in input.keys]; kind == "x"; name != "c" }`,
	`deny contains "x" if count([x | some x in input.list; x.on]) == 0`,
	`deny contains "x" if "c" in {x.name | some x in input.list}`,
	`deny contains "x" if { every x in input.list { x.size > 2 } }`,
	`deny contains "x" if { every x in input.none { x.size > 2 } }`,
	`deny contains "x" if { [_, rest] := regex.find_all_string_submatch_n("^(.)\\.b$", input.conf.text, 1)[0]; rest == "b" }`,
	`deny contains "x" if { [_, rest] := regex.find_all_string_submatch_n("^a\\.(.)$", input.conf.text, 1)[0]; rest == "b" }`,
	`deny contains "x" if { x := input.conf.b; input.conf.a }`,
	`deny contains "x" if lower(input.conf.text) == "spark"`,
	`deny contains "x" if $"{input.conf.text}!" == "Spark!"`,
	`deny contains "x" if $"{input.conf.text}!" == "<undefined>!"`,
	`deny contains "x" if { input.conf.a + 1 > data.params.limit }`,
	`deny contains {"at": input.conf.limit}`,
	`deny contains {"at": "x", "msg": $"{input.conf.limit}"}`,

	// What only has to have a value may be false, or empty.
	`deny contains "x" if { some x in input.list; same := x.name == "none"; not same }`,
	`deny contains "x" if { some x in input.list; first := startswith(x.name, "none"); not first }`,
	`deny contains "x" if { some x in input.list; regex.find_all_string_submatch_n("^none", x.name, 1) }`,
	`deny contains "x" if { some x in input.list; found := regex.find_all_string_submatch_n("^none", x.name, 1); count(found) == 0 }`,
	`deny contains "x" if { some x in input.list; regex.find_all_string_submatch_n("^(a|none)", x.name, 1)[0][1] == "a" }`,
	`deny contains "x" if { some x in input.list; [_, end] := regex.find_all_string_submatch_n("^none(.*)", x.name, 1)[0]; end }`,
	"begins(p) := startswith(x.name, p) if some x in input.list\ndeny contains \"x\" if begins(\"none\") == false",

	// Calls within a negation stand before it.
	`deny contains "x" if not startswith(input.conf.text, "S")`,
	`deny contains "x" if not startswith(lower(input.conf.text), "s")`,
	`deny contains "x" if not input.keys[lower(input.conf.text)]`,
	`deny contains "x" if not count([x | some x in input.list]) > 0`,
	`deny contains "x" if not {"k": lower(input.conf.text)} == {"k": "spark"}`,
	`deny contains "x" if not input.conf.text == "Spark"`,
	`deny contains "x" if not [input.conf.text] == ["Spark"]`,
	`deny contains "x" if not input.conf.text != "Spark"`,
	`deny contains "x" if not "a" in input.conf.text`,
	`deny contains "x" if not input.conf.limit`,
	`deny contains "x" if not input.keys[input.conf.text].kind`,
	"whole := input.conf.text\ndeny contains \"x\" if not startswith(whole, \"S\")",
	"short(x) if count(x) < 4\ndeny contains \"x\" if not short(input.conf.text)",
	"off(x) if not startswith(x.text, \"S\")\ndeny contains \"x\" if not off(input.conf)",
	"off(x) if not x.limit\ndeny contains \"x\" if not off(input.conf)",
	"first(x) := x[0]\ndeny contains \"x\" if not first(input.list)",
	"first(x) := x[0]\ndeny contains \"x\" if not first(first(input.list))",

	// Rules and functions.
	"high if input.conf.a > 5\ndeny contains \"x\" if high",
	"high if input.conf.a > 5\ndeny contains \"x\" if not high",
	"default high := false\nhigh if input.conf.a > 5\ndeny contains \"x\" if high == false",
	"size(x) := 1 if { x.on } else := 2 if { x.size > 5 }\ndeny contains \"x\" if { some x in input.list; size(x) == 2 }",
	"size(x) := false if { x.on } else := true\ndeny contains \"x\" if { some x in input.list; size(x) }",
	"word(\"a.b\") := 1\nword(\"c\") := 2\ndeny contains \"x\" if { some x in input.list; word(x.name) == 2 }",
	"pair([x, y]) if x == y\ndeny contains \"x\" if pair([input.conf.a, input.conf.limit])",
	"names contains x.name if { some x in input.list; x.on }\ndeny contains \"x\" if { some n in names; n == \"c\" }",
	"names contains x.name if { some x in input.list; x.on }\ndeny contains \"x\" if count(names) == 0",
	"sizes[x.name] := x.size if some x in input.list\ndeny contains \"x\" if sizes[\"c\"] == 9",
	"sizes[x.name] := x.size if some x in input.list\ndeny contains \"x\" if { some n, s in sizes; s < 5; n == \"a.b\" }",
	"by[x.on][x.size] contains x.name if some x in input.list\ndeny contains \"x\" if by[false][9][\"c\"]",
	"by[x.on][x.size] contains x.name if some x in input.list\ndeny contains \"x\" if { some s; by[true][s][\"c\"] }",
	"table := {\"a.b\": {\"last\": 3}, \"c\": {\"last\": 4}}\ndeny contains \"x\" if { some x in input.list; x.on; table[x.name].last == 4 }",
}

// unsure are bodies of which it cannot be told: they are asked wherever their
// other conditions hold.
var unsure = []string{
	`deny contains "x" if { input.list; count(walked) == 0 }
walked := [p | walk(input, [p, _])]`,
	"high if input.conf.a > 5\ndeny contains \"x\" if { input.conf; high with input as {\"conf\": {\"a\": 9}} }",
	"high if input.conf.a > 5\ndeny contains \"x\" if { input.conf; not high with input as {\"conf\": {\"a\": 9}} }",
}

func TestPremisesAgreeWithOPA(t *testing.T) {
	for _, body := range bodies {
		hold(t, body, func(answers, fails bool) bool { return answers != fails })
	}
	for _, body := range unsure {
		hold(t, body, func(answers, fails bool) bool { return !answers || !fails })
	}
}

func hold(t *testing.T, body string, right func(answers, fails bool) bool) {
	t.Helper()
	text := "package policies.test\n" + body
	module, err := ast.ParseModule("test.rego", text)
	if err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	texts := map[string]string{}
	for name, premise := range Of(module) {
		texts["data.policies.test."+name] = premise
	}
	params := ast.MustInterfaceToValue(map[string]any{"limit": 5})
	query, err := rego.New(rego.Query("x = data.policies.test.deny"), rego.Module("test.rego", text),
		rego.Module("params.rego", "package params\nlimit := 5")).PrepareForEval(context.Background())
	if err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	for name, document := range documents {
		input := ast.MustInterfaceToValue(document)
		results, err := query.Eval(context.Background(), rego.EvalParsedInput(input))
		if err != nil {
			t.Fatalf("%s: %v", body, err)
		}
		answers := len(results[0].Bindings["x"].([]any)) > 0
		fails := NewLibrary(texts, params).Fails("data.policies.test.deny", NewQuestion(ast.NewTerm(input)))
		if !right(answers, fails) {
			t.Errorf("%s\non the %s document: OPA has answers: %t, the premise fails: %t\n%v", body, name, answers, fails, texts)
		}
	}
}

// TestBrokenTextIsNoPremise: what cannot be read cannot be told.
func TestBrokenTextIsNoPremise(t *testing.T) {
	for _, text := range []string{"", "x", "1 set - (", `1 set - (call "no.such" 1)`, "1 set - (seq", `1 set - "open`, "1 set - $x", "1 set - (some x 1 @ ?)"} {
		l := NewLibrary(map[string]string{"data.p.deny": text}, ast.NewObject())
		if l.Fails("data.p.deny", NewQuestion(ast.NewTerm(ast.NewObject()))) {
			t.Errorf("%q fails", text)
		}
	}
	if NewLibrary(nil, ast.NewObject()).Fails("data.p.deny", NewQuestion(ast.NewTerm(ast.NewObject()))) {
		t.Error("a rule without a premise fails")
	}
}

// TestOpenQuestions: a premise fails for certain where it fails whatever stands
// at what is not known.
func TestOpenQuestions(t *testing.T) {
	document := ast.NewTerm(ast.MustInterfaceToValue(documents["large"]))
	for _, c := range []struct {
		body    string
		unknown [][]string
		fails   bool
	}{
		{`deny contains "x" if input.conf.a > 9`, nil, true},
		{`deny contains "x" if input.conf.a > 9`, [][]string{{"conf", "a"}}, false},
		{`deny contains "x" if { input.conf.a > 9; input.conf.text == "c" }`, [][]string{{"conf", "a"}}, true},
		{`deny contains "x" if not input.conf.none`, [][]string{{"conf", "none"}}, false},
		{`deny contains "x" if not input.conf.none`, [][]string{{"conf", "a"}}, false},
		{`deny contains "x" if { not input.conf.b; input.conf.none }`, [][]string{{"conf", "none"}}, true},
		{`deny contains "x" if { some x in input.list; x.size > 9 }`, [][]string{{"list", "1", "size"}}, false},
		{`deny contains "x" if { some x in input.list; x.size > 9; x.on }`, [][]string{{"list", "1", "size"}}, true},
		{`deny contains "x" if { some k, _ in input.keys; k == "new" }`, [][]string{{"keys", "new"}}, false},
		{`deny contains "x" if count(input.keys) == 3`, [][]string{{"keys", "new"}}, false},
		{`deny contains "x" if input.keys == {}`, [][]string{{"keys", "c", "kind"}}, false},
		{`deny contains "x" if { every k, v in input.keys { v.kind != "x" } }`, [][]string{{"keys", "a.b", "kind"}}, false},
		{`deny contains "x" if { every k, v in input.keys { v.kind != "y" } }`, [][]string{{"keys", "a.b", "kind"}}, true},
		{`deny contains "x" if input.facts.group.n > 1`, [][]string{{"facts", "group", "n"}}, false},
		{`deny contains "x" if input.facts.group.m > 1`, [][]string{{"facts", "group", "n"}}, true},
		{"high if input.conf.a > 9\ndeny contains \"x\" if not high", [][]string{{"conf", "a"}}, false},
		{"f(_) := 1\ng := f(input.conf.a) if true else := 2\ndeny contains \"x\" if g == 2", [][]string{{"conf", "a"}}, false},
		{"high if input.conf.a > 9\ndeny contains \"x\" if { not high; input.conf.none }", [][]string{{"conf", "a"}}, true},
	} {
		module, err := ast.ParseModule("test.rego", "package policies.test\n"+c.body)
		if err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{}
		for name, premise := range Of(module) {
			texts["data.policies.test."+name] = premise
		}
		fails := NewLibrary(texts, ast.NewObject()).Fails("data.policies.test.deny", NewOpenQuestion(document, c.unknown))
		if fails != c.fails {
			t.Errorf("%s\nwith %v unknown: fails %t, want %t\n%v", c.body, c.unknown, fails, c.fails, texts)
		}
	}
}
