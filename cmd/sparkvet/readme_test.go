package main

import (
	"os"
	"strings"
	"testing"
)

// TestReadmeShowsARealRun runs the README's first command and finds every
// excerpt that the README shows in what it prints, in order.
func TestReadmeShowsARealRun(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, shown, ok := strings.Cut(string(readme), "among other things:\n\n```\n")
	shown, _, closed := strings.Cut(shown, "\n```\n")
	if !ok || !closed {
		t.Fatal("the README shows no run")
	}
	t.Chdir("../..")
	code, out, problems := ran(newRoot(), "check", "testdata/projects/orders")
	if code != exitFindings {
		t.Fatalf("exit code %d: %s", code, problems)
	}
	printed := out
	for _, excerpt := range strings.Split(shown, "\n…\n") {
		_, rest, found := strings.Cut(printed, excerpt)
		if !found {
			t.Errorf("the run does not print\n%s\nit prints\n%s", excerpt, out)
			return
		}
		printed = rest
	}
}
