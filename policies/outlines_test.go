package policies_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
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
	// A module is a line: short to read for a program, and for people in a diff.
	var text []byte
	for i, path := range slices.Sorted(maps.Keys(outlines)) {
		line, err := json.Marshal(map[string]*policy.Outline{path: outlines[path]})
		if err != nil {
			t.Fatal(err)
		}
		if i > 0 {
			text = append(text, ',')
		}
		text = append(append(text, '\n'), line[1:len(line)-1]...)
	}
	text = slices.Concat([]byte("{"), text, []byte("\n}\n"))
	holdMade(t, "outlines.json", text, policies.Outlines)
	holdMade(t, "premises.txt", outlines.Premises(), policies.Premises)
}

// holdMade compares a file that is made with what it should be.
func holdMade(t *testing.T, name string, want, stands []byte) {
	t.Helper()
	if bytes.Equal(want, stands) {
		return
	}
	if !*update {
		t.Fatalf("%s is stale: run go test ./policies -update", name)
	}
	if err := os.WriteFile(filepath.Join(sourceFolder, name), want, 0o644); err != nil {
		t.Fatal(err)
	}
}
