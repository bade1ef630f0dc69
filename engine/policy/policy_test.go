package policy

import (
	"context"
	"slices"
	"strings"
	"testing"
)

const header = `# METADATA
# title: T
# description: D
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: F
#   params: {maximum: {default: 5, doc: most}}
package policies.cores.high
`

// program compiles one built-in rule of the given body.
func program(t *testing.T, body string) (*Program, error) {
	t.Helper()
	return Compile([]Module{{Path: "cores/high.rego", Text: header + body}}, Options{})
}

func must(t *testing.T, body string) *Program {
	t.Helper()
	p, err := program(t, body)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func ask(t *testing.T, p *Program, document map[string]any) ([]Answer, error) {
	t.Helper()
	return p.Evaluate(context.Background(), 0, &Input{Document: document})
}

func conf(key string, value any) map[string]any {
	return map[string]any{"conf": map[string]any{key: value}}
}

func TestAnswers(t *testing.T) {
	p := must(t, `
deny contains {"at": "spark.executor.cores", "msg": $"{n} > {data.params.cores.high.maximum}", "because": ["executor.slots_count"]} if {
	n := input.conf["spark.executor.cores"]
	n > data.params.cores.high.maximum
}`)
	got, err := ask(t, p, conf("spark.executor.cores", int64(16)))
	if err != nil || len(got) != 1 || got[0].Message != "16 > 5" || got[0].At != "spark.executor.cores" {
		t.Fatalf("got %+v, %v", got, err)
	}
	got, err = ask(t, p, conf("spark.executor.cores", int64(5)))
	if err != nil || len(got) != 0 {
		t.Fatalf("got %+v, %v", got, err)
	}
}

func TestAnswersThatAreMalformedAreErrors(t *testing.T) {
	for name, body := range map[string]string{
		"unknown field":    `deny contains {"at": "x", "msg": "m", "line": 3} if input.job.complete`,
		"no message":       `deny contains {"at": "x"} if input.job.complete`,
		"graver severity":  `deny contains {"msg": "m", "severity": "error"} if input.job.complete`,
		"built-in failing": `deny contains {"msg": "m"} if to_number(input.job.name) > 3`,
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ask(t, must(t, body), map[string]any{"job": map[string]any{"complete": true, "name": "x"}})
			if err == nil {
				t.Fatal("no error")
			}
		})
	}
}

func TestReads(t *testing.T) {
	p := must(t, `
deny contains {"msg": "m"} if {
	input.conf["spark.a"] > input.facts.executor.heap_mib
	some key, _ in input.written
	input.conf[input.job.name]
	input.observations[_].kind == "x"
	c := input.keys
	c[key].status == "unknown"
}`)
	var got []string
	for _, r := range p.Rules[0].Reads {
		got = append(got, strings.Join(r, "/"))
	}
	want := []string{"conf", "conf/spark.a", "facts/executor/heap_mib", "job/name", "keys", "observations", "written"}
	if !slices.Equal(got, want) {
		t.Errorf("reads %v, want %v", got, want)
	}
}

func TestReadsOfTheWholeInput(t *testing.T) {
	p := must(t, `deny contains {"msg": "m"} if object.get(input, "conf", {}) == {}`)
	if reads := p.Rules[0].Reads; len(reads) != 1 || len(reads[0]) != 0 {
		t.Errorf("reads %v, want the whole input", reads)
	}
}

func TestReadsThroughALibrary(t *testing.T) {
	p, err := Compile([]Module{
		{Path: "cores/high.rego", Text: header + `
import data.policies.lib.sizes
deny contains {"msg": "m"} if sizes.large`},
		{Path: "lib/sizes.rego", Text: "package policies.lib.sizes\n\nlarge if input.conf[\"spark.a\"] > 3\n"},
	}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if keys := p.Rules[0].Keys(); !slices.Equal(keys, []string{"spark.a"}) {
		t.Errorf("keys %v, want spark.a", keys)
	}
}

func TestMemoryTellsValuesApart(t *testing.T) {
	p := must(t, `deny contains {"msg": $"{input.conf["spark.a"]}"} if input.conf["spark.a"]`)
	for _, v := range []any{int64(1), "1", 1.5, true, []string{"1"}, int64(1)} {
		got, err := ask(t, p, conf("spark.a", v))
		if err != nil || len(got) != 1 {
			t.Fatalf("%v: got %v, %v", v, got, err)
		}
	}
	if n := len(p.memory.known); n != 5 {
		t.Errorf("%d answers remembered for 5 different values", n)
	}
}

func TestRefused(t *testing.T) {
	ok := `deny contains {"msg": "m"} if input.job.complete`
	for name, test := range map[string]struct {
		modules []Module
		want    string
	}{
		"syntax":            {[]Module{{Path: "cores/high.rego", Text: header + "deny contains"}}, "high.rego:10"},
		"wrong package":     {[]Module{{Path: "cores/low.rego", Text: header + ok}}, "the path asks for policies.cores.low"},
		"no metadata":       {[]Module{{Path: "cores/high.rego", Text: "package policies.cores.high\n" + ok}}, "no METADATA"},
		"unknown metadata":  {[]Module{{Path: "cores/high.rego", Text: strings.Replace(header, "fix:", "fixx: x\n#   fix:", 1) + ok}}, "fixx"},
		"wrong severity":    {[]Module{{Path: "cores/high.rego", Text: strings.Replace(header, "warning", "fatal", 1) + ok}}, `"fatal"`},
		"clock":             {[]Module{{Path: "cores/high.rego", Text: header + `deny contains {"msg": "m"} if time.now_ns() > 0`}}, "time.now_ns"},
		"network":           {[]Module{{Path: "cores/high.rego", Text: header + `deny contains {"msg": "m"} if http.send({})`}}, "http.send"},
		"environment":       {[]Module{{Path: "cores/high.rego", Text: header + `deny contains {"msg": "m"} if opa.runtime().env`}}, "opa.runtime"},
		"nobody uses it":    {[]Module{{Path: "cores/high.rego", Text: header + ok}, {Path: "lib/x.rego", Text: "package policies.lib.x\n\ny := 1\n"}}, "no rule uses it"},
		"same package":      {[]Module{{Path: "cores/high.rego", Text: header + ok}, {Path: "cores/high.rego", Name: "other", Text: header + ok}}, "already stands in"},
		"unused assignment": {[]Module{{Path: "cores/high.rego", Text: header + "deny contains {\"msg\": \"m\"} if {\n\tx := input.job.complete\n}"}}, "unused"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Compile(test.modules, Options{})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}
