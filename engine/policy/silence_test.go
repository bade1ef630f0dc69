package policy

import (
	"context"
	"testing"
)

// TestSilentRulesHaveNoAnswer: what a clause demands is what it cannot do
// without, and no more.
func TestSilentRulesHaveNoAnswer(t *testing.T) {
	for body, cases := range map[string][]struct {
		document map[string]any
		silent   bool
	}{
		`deny contains {"msg": "m"} if input.conf["spark.a"] > 1`: {
			{map[string]any{"conf": map[string]any{}}, true},
			{map[string]any{"conf": map[string]any{"spark.a": int64(2)}}, false},
		},
		`deny contains {"msg": o} if some o in input.observations`: {
			{map[string]any{"observations": []any{}}, true},
			{map[string]any{"observations": []any{"x"}}, false},
		},
		`deny contains {"msg": "m"} if not input.conf["spark.a"]`: {
			{map[string]any{"conf": map[string]any{}}, false},
		},
		`deny contains {"msg": $"{count([v | some v in input.observations])}"} if input.job`: {
			{map[string]any{"job": map[string]any{}, "observations": []any{}}, false},
		},
	} {
		p, err := Compile([]Module{{Path: "cores/high.rego", Text: highCores(body)}}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cases {
			in := &Input{Document: c.document}
			if got := p.Silent(0, in); got != c.silent {
				t.Errorf("%s: silent %t on %v, want %t", body, got, c.document, c.silent)
			}
			answers, err := p.Evaluate(context.Background(), 0, in)
			if err != nil || c.silent == (len(answers) > 0) {
				t.Errorf("%s: answers %v, %v on %v", body, answers, err, c.document)
			}
		}
	}
}

// highCores is a rule of a body.
func highCores(body string) string {
	return `# METADATA
# title: T
# description: D
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: F
package policies.cores.high

` + body + "\n"
}
