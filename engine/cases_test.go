package engine

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// twoCases is a rule that gathers the rows of a package of its own.
var twoCases = fstest.MapFS{
	"a/rows.rego": rule("a/rows", "", "import data.policies.lib.rows\n\ndeny contains row if some row in rows.rows"),
	"a/one.rego":  rule("a/one", "", coresHigh),
	"lib/rows.rego": &fstest.MapFile{Data: []byte(`package policies.lib.rows

# Says so: somebody,
# since long.
rows contains {"case": "cores", "at": "spark.executor.cores", "msg": "m"} if input.conf["spark.executor.cores"] > 5

rows contains {"case": "queue", "at": "spark.yarn.queue", "msg": "m"} if input.written["spark.yarn.queue"]

rows contains {"case": "queue", "at": "spark.executor.cores", "msg": "m"} if input.written["spark.yarn.queue"] == "nowhere"
`)},
}

func TestCases(t *testing.T) {
	p := compile(t, twoCases)
	if got, want := fmt.Sprint(p.Rules[1].Cases), "[{cores Says so: somebody, since long.} {queue }]"; got != want {
		t.Errorf("cases %s, want %s", got, want)
	}
	for _, test := range []struct {
		o    Options
		want string
	}{
		{Options{}, "a/one a/rows#cores a/rows#queue"},
		{Options{Select: []string{"a/rows"}}, "a/rows#cores a/rows#queue"},
		{Options{Select: []string{"a/rows#queue"}}, "a/rows#queue"},
		{Options{Select: []string{"a/rows#queue", "a/one"}}, "a/one a/rows#queue"},
		{Options{Ignore: []string{"a/rows#queue"}}, "a/one a/rows#cores"},
		{Options{Select: []string{"a"}, Ignore: []string{"a/rows#queue", "a/rows#cores"}}, "a/one"},
	} {
		var got []string
		for _, f := range run(t, p, test.o, job(t, "spark.executor.cores 8\nspark.yarn.queue etl\n")).Findings {
			got = append(got, f.ID())
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%+v finds %v, want %s", test.o, got, test.want)
		}
	}
	_, err := Check(context.Background(), p, nil, nil, Options{Ignore: []string{"a/rows#queu"}})
	if err == nil || !strings.Contains(err.Error(), `did you mean "a/rows#queue"?`) {
		t.Errorf("error %v", err)
	}
}

func TestACaseIsNamedInTheRule(t *testing.T) {
	p := compile(t, fstest.MapFS{"x/y.rego": rule("x/y", "", `deny contains {"case": concat("", ["a", "b"]), "msg": "m"}`)})
	r := run(t, p, Options{}, job(t, ""))
	if len(r.Errored) != 1 || !strings.Contains(r.Errored[0].Err.Error(), `an answer is of case "ab"`) {
		t.Errorf("errored %+v", r.Errored)
	}
}
