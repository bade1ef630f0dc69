package main

import "testing"

// TestHealthyProjectsAreSilent: on well-tuned jobs of each kind the rules have
// nothing to say, whichever Spark runs them.
func TestHealthyProjectsAreSilent(t *testing.T) {
	t.Chdir("../../testdata/projects/healthy")
	for _, version := range []string{"", "3.2", "3.4", "3.5", "4.0", "4.3"} {
		args := []string{"check", "--quiet", "."}
		if version != "" {
			args = append(args, "--spark-version", version)
		}
		code, out, problems := ran(newRoot(), args...)
		if code != exitClean || out != "" {
			t.Errorf("Spark %q: exit code %d\n%s%s", version, code, out, problems)
		}
	}
}
