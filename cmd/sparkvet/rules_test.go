package main

import (
	"encoding/json"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/policies"
)

// TestRulesListsEveryPolicy: the command lists what there is an example of, and
// nothing else; the tests of policies hold examples, Rego tests and pages against
// each other.
func TestRulesListsEveryPolicy(t *testing.T) {
	var want []string
	for _, r := range engine.LoadRules() { // which no policy makes
		want = append(want, r.ID)
	}
	err := fs.WalkDir(policies.Files, ".", func(file string, _ fs.DirEntry, err error) error {
		if path.Ext(file) == ".txtar" {
			want = append(want, strings.TrimSuffix(file, ".txtar"))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	code, out, problems := ran(newRoot(), "rules", "-o", "json")
	var listed struct {
		Rules []struct {
			ID string `json:"id"`
		} `json:"rules"`
	}
	if err := json.Unmarshal([]byte(out), &listed); err != nil || code != exitClean {
		t.Fatalf("exit code %d, %v\n%s", code, err, problems)
	}
	var got []string
	for _, r := range listed.Rules {
		got = append(got, r.ID)
	}
	slices.Sort(got)
	slices.Sort(want)
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("listed are %q, and there are examples of %q", got, want)
	}
}
