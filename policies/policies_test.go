package policies_test

import (
	"context"
	"flag"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/policies"
)

var update = flag.Bool("update", false, "rewrite golden files")

// rules returns the paths of all rules without their suffix: "cores/executor_cores_high".
func rules(t *testing.T) []string {
	t.Helper()
	var ids []string
	for _, file := range files(t, ".rego") {
		if !strings.HasSuffix(file, "_test.rego") && !strings.HasPrefix(file, "lib/") {
			ids = append(ids, strings.TrimSuffix(file, ".rego"))
		}
	}
	if len(ids) == 0 {
		t.Fatal("there are no rules")
	}
	return ids
}

func files(t testing.TB, suffix string) []string {
	t.Helper()
	var found []string
	err := fs.WalkDir(policies.Files, ".", func(file string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && strings.HasSuffix(file, suffix) {
			found = append(found, file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func read(t testing.TB, file string) string {
	t.Helper()
	text, err := fs.ReadFile(policies.Files, file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestNeighbours: a rule is three files, and no file is without its rule.
func TestNeighbours(t *testing.T) {
	known := map[string]bool{}
	for _, id := range rules(t) {
		known[id] = true
		for _, neighbour := range []string{id + "_test.rego", id + ".txtar"} {
			if _, err := fs.Stat(policies.Files, neighbour); err != nil {
				t.Errorf("rule %s has no %s", id, path.Base(neighbour))
			}
		}
	}
	for _, suffix := range []string{"_test.rego", ".txtar"} {
		for _, file := range files(t, suffix) {
			if id := strings.TrimSuffix(file, suffix); !known[id] && !strings.HasPrefix(file, "lib/") {
				t.Errorf("%s belongs to no rule", file)
			}
		}
	}
}

// TestRego runs the rules' own tests and asks that they run every line.
func TestRego(t *testing.T) {
	var modules []policy.Module
	for _, file := range files(t, ".rego") {
		modules = append(modules, policy.Module{Path: file, Text: read(t, file)})
	}
	report, err := policy.Test(context.Background(), modules)
	if err != nil {
		t.Fatal(err)
	}
	tested := map[string]int{}
	for _, r := range report.Results {
		tested[strings.TrimSuffix(r.File, "_test.rego")]++
		if r.Fault != "" {
			t.Errorf("%s:%d: %s: %s", r.File, r.Line, r.Name, r.Fault)
		}
	}
	for _, line := range report.Uncovered {
		t.Errorf("%s: no test runs this line", line)
	}
	for _, id := range rules(t) {
		if tested[id] < 3 {
			t.Errorf("%s has %d tests; want at least one that denies, one that allows and one that is silent when unknown", id, tested[id])
		}
		if !strings.Contains(read(t, id+"_test.rego"), "silent_when_unknown") && !aboutText(read(t, id+".rego")) {
			t.Errorf("%s has no test silent_when_unknown", id)
		}
	}
}

// aboutText reports whether a rule speaks about what stands in the text, which
// cannot be unknown.
func aboutText(rule string) bool {
	return strings.Contains(rule, "input.observations") || strings.Contains(rule, "input.assignments") || strings.Contains(rule, "input.invalid") || strings.Contains(rule, "input.keys")
}

// TestFormatted holds the Rego in OPA's own layout.
func TestFormatted(t *testing.T) {
	for _, file := range files(t, ".rego") {
		text := read(t, file)
		formatted, err := policy.Format(file, text)
		if err != nil {
			t.Error(err)
			continue
		}
		if formatted == text {
			continue
		}
		if *update {
			if err := os.WriteFile(file, []byte(formatted), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		t.Errorf("%s is not in OPA's layout; go test ./policies -update formats it", file)
	}
}

// TestShort: a rule that does not fit on a screen is two rules.
func TestShort(t *testing.T) {
	for _, file := range files(t, ".rego") {
		if n := strings.Count(read(t, file), "\n"); n > 90 && !strings.HasSuffix(file, "_test.rego") {
			t.Errorf("%s has %d lines; want at most 90", file, n)
		}
	}
}

// example splits an example into its sections.
func example(t *testing.T, id string) *txtar.Archive {
	t.Helper()
	return txtar.Parse([]byte(read(t, id+".txtar")))
}
