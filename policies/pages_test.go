package policies_test

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/report"
)

// TestPages holds the page of each category, and the index of all, against what
// the rules and their examples say now.
func TestPages(t *testing.T) {
	compiled, err := program()
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string][]report.RulePage{}
	var rules []*engine.Rule
	for _, r := range compiled.Rules {
		rules = append(rules, r)
		// From the folder, where TestExamples may just have written it.
		archive, err := txtar.ParseFile(filepath.Join(sourceFolder, filepath.FromSlash(r.ID)+".txtar"))
		if err != nil {
			t.Fatal(err)
		}
		pages[r.Category()] = append(pages[r.Category()], report.RulePage{Rule: r, Example: archive})
	}
	wanted := map[string][]byte{}
	var b bytes.Buffer
	if err := report.IndexMarkdown(&b, rules); err != nil {
		t.Fatal(err)
	}
	wanted["README.md"] = bytes.Clone(b.Bytes())
	for category, list := range pages {
		b.Reset()
		if err := report.CategoryMarkdown(&b, category, list); err != nil {
			t.Fatal(err)
		}
		wanted[path.Join(category, "README.md")] = bytes.Clone(b.Bytes())
	}
	for name, text := range wanted {
		checkPage(t, name, text)
	}
	left, _ := filepath.Glob(filepath.Join(sourceFolder, "*", "README.md"))
	for _, file := range left {
		if wanted[path.Join(filepath.Base(filepath.Dir(file)), "README.md")] == nil {
			t.Errorf("%s is the page of a category without rules", file)
		}
	}
}

func checkPage(t *testing.T, name string, want []byte) {
	t.Helper()
	file := filepath.Join(sourceFolder, filepath.FromSlash(name))
	if *update {
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, _ := os.ReadFile(file); !bytes.Equal(got, want) {
		t.Errorf("policies/%s is not what the rules say; go test ./policies -update writes it", name)
	}
}
