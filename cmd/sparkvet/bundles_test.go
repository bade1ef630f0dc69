package main

import (
	"context"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/engine/policy"
)

// TestAcmeBundle runs the example of an organisation's bundle over the sample
// project: its rules stand beside the built-in ones.
func TestAcmeBundle(t *testing.T) {
	t.Chdir("../../testdata")
	code, out, problems := ran(newRoot(), "check", "projects/orders", "--bundle", "bundles/acme", "--select", "acme")
	if code != exitFindings || !strings.Contains(out, "jobs/backfill.sh:4:3: warning: no team label") || !strings.Contains(out, "4 jobs, 2 rules:") {
		t.Errorf("exit code %d\n%s%s", code, out, problems)
	}
}

// TestBrokenBundleFailsClosed: a bundle that does not compile stops the run,
// and nothing is reported as if it had been checked.
func TestBrokenBundleFailsClosed(t *testing.T) {
	t.Chdir("../../testdata")
	code, out, problems := ran(newRoot(), "check", "projects/healthy", "--bundle", "bundles/acme", "--bundle", "bundles/broken")
	want := "bundles/broken/labels/misspelt_key.rego: spark.executor.memori is no Spark setting; did you mean spark.executor.memory?"
	if code != exitFailed || out != "" || !strings.Contains(problems, want) {
		t.Errorf("exit code %d\n%s%s", code, out, problems)
	}
}

// TestAcmeRego runs the example bundle's own tests, which have to run every
// line of its rules, and holds it in OPA's layout.
func TestAcmeRego(t *testing.T) {
	bundle := os.DirFS("../../testdata/bundles/acme")
	var modules []policy.Module
	err := fs.WalkDir(bundle, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(file) != ".rego" {
			return err
		}
		text, err := fs.ReadFile(bundle, file)
		if err != nil {
			return err
		}
		if formatted, err := policy.Format(file, string(text)); err != nil || formatted != string(text) {
			t.Errorf("%s is not in OPA's layout (%v)", file, err)
		}
		modules = append(modules, policy.Module{Path: file, Text: string(text), Bundle: "acme"})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	report, err := policy.Test(context.Background(), modules)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range report.Results {
		if r.Fault != "" {
			t.Errorf("%s:%d: %s: %s", r.File, r.Line, r.Name, r.Fault)
		}
	}
	for _, line := range report.Uncovered {
		t.Errorf("%s: no test runs this line", line)
	}
}
