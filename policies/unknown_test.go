package policies_test

import (
	"context"
	"math"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/loader"
)

// TestUnknownVersionHidesNothing: a rule that finds something when the Spark
// version is told has found it, or is undecided, when it is not.
func TestUnknownVersionHidesNothing(t *testing.T) {
	compiled, err := program()
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, id := range rules(t) {
		enter(t, id, func(name string) bool { return strings.HasPrefix(name, "bad/") || strings.HasPrefix(name, "good/") })
		said := verdicts(t, compiled, "", math.MaxInt)
		for _, version := range []string{"3.0", "3.3", "3.5", "4.0", "4.3"} {
			told := verdicts(t, compiled, version, math.MaxInt)
			for what := range told.found {
				compared++
				if !said.found[what] && !said.undecided[what] && !said.versions[what.job] {
					t.Errorf("%s.txtar: %s finds something in %s with Spark %s, and is silent without a version", id, what.rule, what.job, version)
				}
			}
		}
	}
	someCompared(t, compared)
}

// someCompared fails a comparison that had nothing to compare.
func someCompared(t *testing.T, findings int) {
	t.Helper()
	if t.Logf("%d findings compared", findings); findings == 0 {
		t.Error("there is no finding to compare")
	}
}

// opinion is a rule's about a job.
type opinion struct{ rule, job string }

type opinions struct {
	found, undecided map[opinion]bool
	versions         map[string]bool // jobs that name their version
}

// verdicts asks all rules about the working directory, and leaves out what they
// find behind an offset.
func verdicts(t *testing.T, compiled *policy.Program, version string, end int) opinions {
	t.Helper()
	loaded, err := loader.Load(context.Background(), []string{"."}, loader.Options{SparkVersion: version})
	if err != nil {
		t.Fatal(err)
	}
	r, err := engine.Check(context.Background(), compiled, loaded.Jobs, nil, engine.Options{Select: []string{"all"}})
	if err != nil {
		t.Fatal(err)
	}
	all := opinions{map[opinion]bool{}, map[opinion]bool{}, map[string]bool{}}
	for _, j := range loaded.Jobs {
		all.versions[j.Name] = j.SparkVersion != ""
	}
	for _, f := range r.Findings {
		if f.At.Start >= end {
			continue
		}
		all.found[opinion{f.Rule.ID, f.Job.Name}] = true
	}
	for _, u := range r.Undecided {
		all.undecided[opinion{u.Rule.ID, u.Job.Name}] = true
	}
	return all
}

// TestUnknownManagerHidesNothing does the same with cluster managers and deploy
// modes, which are written at the end of files that lack them.
func TestUnknownManagerHidesNothing(t *testing.T) {
	compiled, err := program()
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	compared := 0
	for _, id := range rules(t) {
		for _, file := range example(t, id).Files {
			text := string(file.Data)
			if path.Base(file.Name) != "spark-defaults.conf" || strings.Contains(text, "spark.master") || strings.Contains(text, "spark.submit.deployMode") {
				continue
			}
			said := ofText(t, compiled, text, "")
			for _, master := range []string{"yarn", "k8s://https://c:443", "spark://c:7077", "local[2]"} {
				for _, mode := range []string{"client", "cluster"} {
					told := ofText(t, compiled, text, "\nspark.master "+master+"\nspark.submit.deployMode "+mode+"\n")
					for what := range told.found {
						compared++
						if !said.found[what] && !said.undecided[what] {
							t.Errorf("%s.txtar: %s finds something with %s in %s mode, and is silent without", id, what.rule, master, mode)
						}
					}
				}
			}
		}
	}
	someCompared(t, compared)
}

// ofText is what is said of a text with some lines more; not what is said of
// these lines.
func ofText(t *testing.T, compiled *policy.Program, text, more string) opinions {
	t.Helper()
	if err := os.WriteFile("spark-defaults.conf", []byte(text+more), 0o600); err != nil {
		t.Fatal(err)
	}
	return verdicts(t, compiled, "3.5", len(text))
}

// ofTheText are rules about what stands in a file: a value from elsewhere is
// not there. The rules about types say nothing of a value that is not known.
var ofTheText = map[string]bool{
	"correctness/backslash_in_defaults": true, "correctness/colon_in_defaults": true, "correctness/placeholder_unresolved": true,
	"correctness/value_type": true, "correctness/enum_value": true, "correctness/fractional_size": true, "correctness/value_out_of_range": true,
	// Spark fills in references in the keys that it knows only.
	"storage/delta_safety_disabled": true,
}

// value is that of a setting, in a line of a file or of a script.
var value = regexp.MustCompile(`(?m)(?:^spark\.\S+\s+|--conf\s+["']?spark\.[^=\s]+=|--(?:master|executor-memory|executor-cores|num-executors|driver-memory|driver-cores|queue|packages|jars|total-executor-cores) )([^\s"'\\]+)`)

// TestUnknownValueHidesNothing does the same with values that come from
// elsewhere, one at a time.
func TestUnknownValueHidesNothing(t *testing.T) {
	compiled, err := program()
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, id := range rules(t) {
		t.Chdir(t.TempDir())
		for _, file := range example(t, id).Files {
			name, elsewhere := path.Base(file.Name), "${env:SOMETHING}"
			if path.Ext(name) == ".sh" {
				elsewhere = "$SOMETHING"
			} else if name != "spark-defaults.conf" {
				continue
			}
			said := func(text []byte) opinions {
				if err := os.WriteFile(name, text, 0o600); err != nil {
					t.Fatal(err)
				}
				return verdicts(t, compiled, "3.5", math.MaxInt)
			}
			known := said(file.Data)
			for _, at := range value.FindAllSubmatchIndex(file.Data, -1) {
				now := said(slices.Concat(file.Data[:at[2]], []byte(elsewhere), file.Data[at[3]:]))
				for what := range known.found {
					compared++
					if !now.found[what] && !now.undecided[what] && !ofTheText[what.rule] {
						t.Errorf("%s.txtar: %s finds something, and is silent with %s for %s", id, what.rule, elsewhere, file.Data[at[2]:at[3]])
					}
				}
			}
			if err := os.Remove(name); err != nil {
				t.Fatal(err)
			}
		}
	}
	someCompared(t, compared)
}
