package main

import (
	"os"
	"strings"
	"testing"
)

// TestReadmeShowsRealRuns runs what the README does and finds every excerpt that
// the README shows in what it prints, in order.
func TestReadmeShowsRealRuns(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
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
