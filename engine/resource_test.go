package engine

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// glueJob is a job that a resource declares; its text is the resource's.
func glueJob(t *testing.T, attributes ...conf.Attribute) *conf.Job {
	t.Helper()
	src := source.New("glue.tf", "hcl", []byte("resource { workers = 1 }"))
	for i := range attributes {
		attributes[i].ValueAt = src.Span(21, 22)
	}
	j := &conf.Job{Name: "g", Kind: "terraform", Complete: true, At: src.Whole(), Resource: &conf.Resource{Kind: "aws_glue_job", Attributes: attributes}}
	if err := conf.Resolve(j, ""); err != nil {
		t.Fatal(err)
	}
	return j
}

func number(path string, n float64) conf.Attribute {
	return conf.Attribute{Path: path, Value: conf.Value{Raw: "1", Typed: n}}
}

const workersRule = `deny contains {"at": "attribute#number_of_workers", "msg": $"{n} worker"} if {
	n := input.resource.attributes.number_of_workers
	input.resource.absent.max_capacity
	n < 2
}`

func TestResourceRule(t *testing.T) {
	p := compile(t, fstest.MapFS{
		"x/workers.rego": rule("x/workers", "#   applies_to: {resources: [aws_glue_job]}\n", workersRule),
		"x/emr.rego":     rule("x/emr", "#   applies_to: {platforms: [emr]}\n", workersRule),
		"x/runtime.rego": rule("x/runtime", "#   applies_to: {layers: [runtime]}\n", workersRule),
	})
	unknown := conf.Attribute{Path: "number_of_workers", Value: conf.Value{Unknown: "var.n has no default"}}
	for _, test := range []struct {
		name                              string
		job                               *conf.Job
		findings, inapplicable, undecided int
	}{
		{"found", glueJob(t, number("number_of_workers", 1)), 1, 2, 0},
		{"fine", glueJob(t, number("number_of_workers", 2)), 0, 2, 0},
		{"not absent", glueJob(t, number("number_of_workers", 1), number("max_capacity", 1)), 0, 2, 0},
		{"unknown", glueJob(t, unknown), 0, 2, 1},
		{"no resource", job(t, "spark.master yarn\n"), 0, 3, 0},
	} {
		r, err := Check(context.Background(), p, []*conf.Job{test.job}, nil, Options{})
		if err != nil || len(r.Errored) > 0 {
			t.Fatal(err, r.Errored)
		}
		if len(r.Findings) != test.findings || r.Counts.NotApplicable != test.inapplicable || r.Counts.Undecided != test.undecided {
			t.Errorf("%s: %d findings, %+v", test.name, len(r.Findings), r.Counts)
		}
		for _, f := range r.Findings {
			if f.At.Text() != "1" {
				t.Errorf("%s: found at %q", test.name, f.At.Text())
			}
		}
	}
}

func TestMisspeltAttribute(t *testing.T) {
	for body, want := range map[string]string{
		`deny contains {"msg": "x"} if input.resource.attributes.number_of_worker > 1`:     "did you mean number_of_workers?",
		`deny contains {"msg": "x"} if input.resource.absent.auto_termination`:             "auto_termination is no attribute",
		`deny contains {"msg": "x"} if input.resource.attributes.number_of_workers == "2"`: "match error",
	} {
		_, err := Compile(Bundle{Files: fstest.MapFS{"x/y.rego": rule("x/y", "", body)}, Root: "policies"})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\ncompiles with %v, want %q", body, err, want)
		}
	}
}
