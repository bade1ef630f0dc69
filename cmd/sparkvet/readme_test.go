package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sourceFolder is this package's folder, from where the tests start.
var sourceFolder, _ = os.Getwd()

const readmeFile = "../../README.md"

// TestReadmeShowsRealRuns runs what the README does and finds every excerpt that
// the README shows in what it prints, in order. -update rewrites the runs' last
// lines, which count the rules.
func TestReadmeShowsRealRuns(t *testing.T) {
	readme, err := os.ReadFile(readmeFile)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "among other things:\n\n```\n")
	first, rest, closed := strings.Cut(rest, "\n```\n")
	_, rest, shown := strings.Cut(rest, "`sparkvet check` says among other things:\n\n```\n")
	profiled, _, closedToo := strings.Cut(rest, "\n```\n")
	if !closed || !shown || !closedToo {
		t.Fatal("the README shows no two runs")
	}
	for _, run := range []struct{ folder, excerpts, path string }{
		{"../..", first, "testdata/projects/orders"},
		{"../../testdata/projects/lake", profiled, "."},
	} {
		t.Run(run.path, func(t *testing.T) {
			t.Chdir(run.folder)
			code, out, problems := ran(newRoot(), "check", run.path)
			if code != exitFindings {
				t.Fatalf("exit code %d: %s", code, problems)
			}
			if *update {
				rewriteSummary(t, run.excerpts, out)
				return
			}
			printed := out
			for _, excerpt := range strings.Split(run.excerpts, "\n…\n") {
				_, rest, found := strings.Cut(printed, excerpt)
				if !found {
					t.Fatalf("the run does not print\n%s\nit prints\n%s", excerpt, out)
				}
				printed = rest
			}
		})
	}
}

// rewriteSummary puts the last line of a run in the place of the excerpts' last
// line.
func rewriteSummary(t *testing.T, excerpts, printed string) {
	t.Helper()
	last := func(text string) string {
		lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
		return lines[len(lines)-1]
	}
	path := filepath.Join(sourceFolder, readmeFile)
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(readme), last(excerpts), last(printed), 1)
	if err := os.WriteFile(path, []byte(changed), 0o644); err != nil {
		t.Fatal(err)
	}
}
