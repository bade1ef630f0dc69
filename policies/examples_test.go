package policies_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/loader"
	"github.com/sparkvet/sparkvet/policies"
	"github.com/sparkvet/sparkvet/report"
)

// program compiles the built-in rules once, against the schema.
var program = sync.OnceValues(func() (*policy.Program, error) {
	return engine.Compile(engine.Bundle{Files: policies.Files, Root: "policies"})
})

// TestExamples checks the bad and the good input beside each rule: the bad one
// gives the report that stands between them, the good one nothing.
func TestExamples(t *testing.T) {
	compiled, err := program()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range rules(t) {
		t.Run(id, func(t *testing.T) { checkExample(t, compiled, id) })
	}
}

func checkExample(t *testing.T, compiled *policy.Program, id string) {
	archive := example(t, id)
	if len(strings.TrimSpace(string(archive.Comment))) < 40 {
		t.Error("the example has no introduction")
	}
	folder := t.TempDir()
	var want, flags string
	for _, file := range archive.Files {
		switch file.Name {
		case "report":
			want = string(file.Data)
			continue
		case "flags":
			flags = string(file.Data)
			continue
		}
		path := filepath.Join(folder, filepath.FromSlash(file.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, file.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(folder)
	bad, good := check(t, compiled, id, flags, "bad"), check(t, compiled, id, flags, "good")
	if len(bad.Findings) == 0 {
		t.Error("the rule does not find the bad input")
	}
	if len(good.Findings) > 0 {
		t.Errorf("the rule finds fault with the good input:\n%s", shown(t, good))
	}
	if got := shown(t, bad); got != want {
		if !*update {
			t.Fatalf("the report is\n%s\nwant\n%s", got, want)
		}
		rewrite(t, id, archive, got)
	}
}

// check runs one rule over a folder.
func check(t *testing.T, compiled *policy.Program, id, flags, folder string) *engine.Report {
	t.Helper()
	version, _ := strings.CutPrefix(strings.TrimSpace(flags), "--spark-version ")
	if flags != "" && version == strings.TrimSpace(flags) {
		t.Fatalf("an example's flags can only be --spark-version X, not %q", flags)
	}
	loaded, err := loader.Load(context.Background(), []string{folder}, loader.Options{SparkVersion: version})
	if err != nil {
		t.Fatal(err)
	}
	if len(loaded.Jobs) == 0 {
		t.Fatalf("there is no job in %s", folder)
	}
	result, err := engine.Check(context.Background(), compiled, loaded.Jobs, loaded.Diagnostics, engine.Options{Select: []string{id}})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range result.Errored {
		t.Error(e.Err)
	}
	return result
}

func shown(t *testing.T, r *engine.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Text(&b, r, report.Options{Quiet: true}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// sourceFolder is this package's folder, from where the tests start.
var sourceFolder, _ = os.Getwd()

func rewrite(t *testing.T, id string, archive *txtar.Archive, got string) {
	t.Helper()
	for i := range archive.Files {
		if archive.Files[i].Name == "report" {
			archive.Files[i].Data = []byte(got)
		}
	}
	if err := os.WriteFile(filepath.Join(sourceFolder, filepath.FromSlash(id)+".txtar"), txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}
