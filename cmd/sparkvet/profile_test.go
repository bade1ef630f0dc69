package main

import (
	"strings"
	"testing"
)

// TestProfiledProject checks a project with a profile: the rules that need one
// say what they find, and where the profile says it.
func TestProfiledProject(t *testing.T) {
	t.Chdir("../../testdata/projects/lake")
	code, out, problems := ran(newRoot(), "check")
	if code != exitFindings || problems != "" {
		t.Fatalf("exit code %d: %s", code, problems)
	}
	for _, want := range []string{
		"etl/daily.sh:4:21: error: the executor's container of 58368 MiB, 49152 MiB of it heap, fits on no machine: the largest has 57344 MiB for it; YARN never starts it [memory/container_exceeds_node]\n",
		"  see .sparkvet.hcl:10:22: worker.allocatable_memory = 57344m, Amazon EMR's yarn.nodemanager.resource.memory-mb for m5.4xlarge\n",
		"reports/weekly.sh:3:38: error: each executor's pod requests 8 CPU, and no machine gives out more than 7.91: the pods stay Pending [cores/executor_cores_exceed_node]\n",
		"  see .sparkvet.hcl:20:25: worker.allocatable_cores = 7.91\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the report does not say\n%sit says\n%s", want, out)
		}
	}
	if n := strings.Count(out, ": error: "); n != 2 {
		t.Errorf("%d errors, want 2:\n%s", n, out)
	}
}
