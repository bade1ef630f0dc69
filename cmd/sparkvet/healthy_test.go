package main

import (
	"os"
	"testing"

	"github.com/sparkvet/sparkvet/conf/catalog"
)

// TestHealthyProjectsAreSilent: on well-tuned jobs of each kind the rules have
// nothing to say, whichever Spark runs them.
func TestHealthyProjectsAreSilent(t *testing.T) {
	t.Chdir("../../testdata/projects/healthy")
	// Jobs with settings that older releases do not know, or read otherwise.
	since := map[string]string{"service": "3.5", "streaming": "3.5", "tuned": "3.4"}
	for _, version := range []string{"", "3.2", "3.4", "3.5", "4.0", "4.3"} {
		args := []string{"check", "--quiet"}
		if version != "" {
			args = append(args, "--spark-version", version)
		}
		folders, err := os.ReadDir(".")
		if err != nil {
			t.Fatal(err)
		}
		checked := 0
		for _, folder := range folders {
			if folder.IsDir() && (version == "" || since[folder.Name()] == "" || catalog.CompareLines(version, since[folder.Name()]) >= 0) {
				args = append(args, folder.Name())
				checked++
			}
		}
		if checked < 8 {
			t.Fatalf("Spark %q: only %d folders", version, checked)
		}
		code, out, problems := ran(newRoot(), args...)
		if code != exitClean || out != "" {
			t.Errorf("Spark %q: exit code %d\n%s%s", version, code, out, problems)
		}
	}
}
