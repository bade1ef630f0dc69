package engine

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/sparkvet/sparkvet/conf"
)

// TestUndecidedOnlyWhereItMatters: a rule is undecided where some value of what
// is not known would make it answer, and says which things these are.
func TestUndecidedOnlyWhereItMatters(t *testing.T) {
	const (
		cores  = "spark.executor.cores: shell variable CORES has no value here"
		memory = "spark.executor.memory: shell variable MEMORY has no value here"
	)
	body := `deny contains {"msg": "m"} if {
	input.conf["spark.executor.cores"] > 5
	input.conf["spark.executor.memory"] > 1073741824
}

deny contains {"msg": "n"} if {
	some a in input.assignments
	a.name == "spark.executor.cores"
	a.raw == "9"
}`
	for _, c := range []struct {
		text     string
		decisive []string // nil when the rule is decided
	}{
		{"spark.executor.cores 4\nspark.executor.memory $MEMORY\n", nil},
		{"spark.executor.cores 8\nspark.executor.memory $MEMORY\n", []string{memory}},
		{"spark.executor.cores 8\nspark.executor.memory 1g\n", nil},
		{"spark.executor.cores $CORES\nspark.executor.memory 512m\n", []string{cores}}, // it may be 9
		{"spark.executor.cores $CORES\nspark.executor.memory $MEMORY\n", []string{cores}},
	} {
		r := run(t, compile(t, fstest.MapFS{"a/b.rego": rule("a/b", "", body)}), Options{}, job(t, c.text))
		switch {
		case len(r.Findings) > 0:
			t.Errorf("%s: %+v", c.text, r.Findings)
		case c.decisive == nil && len(r.Undecided) > 0:
			t.Errorf("%s: undecided: %q", c.text, r.Undecided[0].Reasons)
		case c.decisive != nil && (len(r.Undecided) != 1 || !slices.Equal(r.Undecided[0].Decisive(), c.decisive)):
			t.Errorf("%s: undecided %+v, want %q", c.text, r.Undecided, c.decisive)
		}
	}
}

// TestKeysDifferByRelease: what is known of a key is in doubt in the fields that
// differ between releases.
func TestKeysDifferByRelease(t *testing.T) {
	for key, want := range map[string]string{
		"spark.executor.memory":               "",
		"spark.executor.memoryOverheadFactor": "status",
		"spark.no.such.key":                   "",
	} {
		got := differing(key)
		if want == "" && len(got) > 0 || want != "" && !slices.Contains(got, want) {
			t.Errorf("%s: %q", key, got)
		}
	}
}

// TestAssignmentsInDoubt: of each assignment it is told what another release,
// cluster manager or deploy mode would change.
func TestAssignmentsInDoubt(t *testing.T) {
	j := job(t, "spark.sql.adaptive.enabled true\nspark.app.name $NAME\n")
	j.SparkVersion = ""
	if err := conf.Resolve(j, ""); err != nil {
		t.Fatal(err)
	}
	v := (&checker{}).view(j)
	var got []string
	for _, d := range v.written()["assignments"] {
		got = append(got, d.at.String())
	}
	slices.Sort(got)
	// The name stands first, and the default of the other is true from 3.2 on.
	if want := []string{"input.assignments.0.raw", "input.assignments.1.restates"}; !slices.Equal(got, want) {
		t.Errorf("in doubt %q, want %q", got, want)
	}
}
