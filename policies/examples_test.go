package policies_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
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
// gives the report that stands between them, the good one nothing. Where the
// rule has a fix, applying it gives the fixed files that follow the report.
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
	var files []txtar.File
	var want, flags string
	for _, file := range archive.Files {
		switch {
		case file.Name == "report":
			want = string(file.Data)
		case file.Name == "flags":
			flags = string(file.Data)
		case !strings.HasPrefix(file.Name, "fixed/"):
			files = append(files, file)
		}
	}
	t.Chdir(t.TempDir())
	unpack(t, files)
	bad, good := check(t, compiled, id, flags, "bad"), check(t, compiled, id, flags, "good")
	if len(bad.Findings) == 0 {
		t.Error("the rule does not find the bad input")
	}
	if len(good.Findings) > 0 {
		t.Errorf("the rule finds fault with the good input:\n%s", shown(t, good))
	}
	got := shown(t, bad)
	fixed := checkFix(t, compiled, id, flags, bad)
	if *update {
		rewrite(t, id, archive, got, fixed)
		return
	}
	if got != want {
		t.Fatalf("the report is\n%s\nwant\n%s", got, want)
	}
	if stood := sections(archive, "fixed/"); !slices.EqualFunc(stood, fixed, func(a, b txtar.File) bool {
		return a.Name == b.Name && string(a.Data) == string(b.Data)
	}) {
		t.Fatalf("fixed, the bad input is\n%s\nwant\n%s", txtar.Format(&txtar.Archive{Files: fixed}), txtar.Format(&txtar.Archive{Files: stood}))
	}
}

// enter makes a folder of its own the working directory, with those files of an
// example whose names are kept, and returns the example.
func enter(t *testing.T, id string, keep func(name string) bool) *txtar.Archive {
	t.Helper()
	archive := example(t, id)
	folder := filepath.Join(t.TempDir(), "example")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(folder)
	unpack(t, slices.DeleteFunc(slices.Clone(archive.Files), func(f txtar.File) bool { return !keep(f.Name) }))
	return archive
}

func unpack(t *testing.T, files []txtar.File) {
	t.Helper()
	for _, file := range files {
		path := filepath.FromSlash(file.Name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, file.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// sections returns the files of an archive in a folder.
func sections(archive *txtar.Archive, folder string) []txtar.File {
	var files []txtar.File
	for _, file := range archive.Files {
		if strings.HasPrefix(file.Name, folder) {
			files = append(files, file)
		}
	}
	return files
}

// options are those of an example's flags.
func options(t *testing.T, flags string) loader.Options {
	t.Helper()
	version, _ := strings.CutPrefix(strings.TrimSpace(flags), "--spark-version ")
	if flags != "" && version == strings.TrimSpace(flags) {
		t.Fatalf("an example's flags can only be --spark-version X, not %q", flags)
	}
	return loader.Options{SparkVersion: version}
}

// check runs one rule over a folder.
func check(t *testing.T, compiled *policy.Program, id, flags, folder string) *engine.Report {
	t.Helper()
	o := options(t, flags)
	loaded, err := loader.Load(context.Background(), []string{folder}, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(loaded.Jobs) == 0 {
		loaded.Jobs = models(t, folder, o.SparkVersion)
		if len(loaded.Jobs) > 0 && !beyondLoaders(t, ruleOf(compiled, id)) {
			t.Errorf("loaders make what %s speaks of: its example has to be in one of their formats", id)
		}
	}
	if len(loaded.Jobs) == 0 {
		t.Fatalf("there is no job in %s", folder)
	}
	result, err := engine.Check(context.Background(), compiled, loaded.Jobs, loaded.Diagnostics, engine.Options{Select: []string{id}, Editors: loader.Editors(o)})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range result.Errored {
		t.Error(e.Err)
	}
	return result
}

func ruleOf(compiled *policy.Program, id string) *policy.Rule {
	return compiled.Rules[slices.IndexFunc(compiled.Rules, func(r *policy.Rule) bool { return r.ID == id })]
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

// rewrite puts the report and the fixed files into an example, after the bad
// ones.
func rewrite(t *testing.T, id string, archive *txtar.Archive, report string, fixed []txtar.File) {
	t.Helper()
	var files []txtar.File
	for _, file := range archive.Files {
		switch {
		case file.Name == "report":
			files = append(append(files, txtar.File{Name: "report", Data: []byte(report)}), fixed...)
		case !strings.HasPrefix(file.Name, "fixed/"):
			files = append(files, file)
		}
	}
	text := txtar.Format(&txtar.Archive{Comment: archive.Comment, Files: files})
	if err := os.WriteFile(filepath.Join(sourceFolder, filepath.FromSlash(id)+".txtar"), text, 0o644); err != nil {
		t.Fatal(err)
	}
}
