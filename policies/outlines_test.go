package policies_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/policies"
)

// TestOutlines: what is known of the policies ahead is what they say today.
func TestOutlines(t *testing.T) {
	var modules []policy.Module
	for _, file := range files(t, ".rego") {
		modules = append(modules, policy.Module{Path: file, Text: read(t, file)})
	}
	outlines, err := policy.OutlinesOf(modules)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.MarshalIndent(outlines, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	text = append(text, '\n')
	if bytes.Equal(text, policies.Outlines) {
		return
	}
	if !*update {
		t.Fatal("outlines.json is stale: run go test ./policies -update")
	}
	if err := os.WriteFile(filepath.Join(sourceFolder, "outlines.json"), text, 0o644); err != nil {
		t.Fatal(err)
	}
}
