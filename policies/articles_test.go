package policies_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/facts"
	"github.com/sparkvet/sparkvet/loader"
	"github.com/sparkvet/sparkvet/report"
)

// claim is a row of the table of claims: what an article says, the snippets
// that do it, and what answers it.
type claim struct {
	text     string
	snippets []string
	answer   string
}

// notLinted begins the answer of a claim about nothing that is configured.
const notLinted = "not linted: "

var (
	quotedPath  = regexp.MustCompile("`([^`]+)`")
	namedRule   = regexp.MustCompile("`([a-z_]+/[a-z0-9_]+)`")
	namedFact   = regexp.MustCompile("`([a-z]\\w*\\.\\w+)` = ([^ ,;|]+)")
	snippetName = regexp.MustCompile(`\.(sh|properties|json)$`)
)

// TestArticles asks the rules about what two articles advise: each claim has
// the answer that the table names, and the whole report is a golden.
func TestArticles(t *testing.T) {
	compiled, err := program()
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir("../testdata/articles")
	claims := readClaims(t)
	snippets := snippetFiles(t)
	asked := map[string]bool{}
	for _, c := range claims {
		for _, name := range c.snippets {
			asked[name] = true
		}
	}
	if stood := slices.Sorted(maps.Keys(asked)); !slices.Equal(stood, snippets) {
		t.Errorf("the table names the snippets\n%q\nand there are\n%q", stood, snippets)
	}
	jobs, result := checkSnippets(t, compiled, snippets)
	fired := map[string]map[string]bool{}
	for _, f := range result.Findings {
		if fired[f.At.Source.Name] == nil {
			fired[f.At.Source.Name] = map[string]bool{}
		}
		fired[f.At.Source.Name][f.Rule.ID] = true
	}
	known := rules(t)
	for _, c := range claims {
		for _, fault := range c.faults(known, fired, jobs) {
			t.Errorf("%s: %s", c.text, fault)
		}
	}
	holdReport(t, "report.txt", result)
}

// faults says where a claim's answer is not what the rules and facts say.
func (c *claim) faults(known []string, fired map[string]map[string]bool, jobs map[string][]*conf.Job) []string {
	var faults []string
	in := func(holds func(snippet string) bool) bool { return slices.ContainsFunc(c.snippets, holds) }
	answers := 0
	for _, m := range namedRule.FindAllStringSubmatch(c.answer, -1) {
		id := m[1]
		switch {
		case !slices.Contains(known, id):
			faults = append(faults, "there is no rule "+id)
		case strings.HasPrefix(c.answer, notLinted):
		case in(func(snippet string) bool { return fired[snippet][id] }) == strings.Contains(c.answer, "`"+id+"`"+content):
			faults = append(faults, id+" fires where it is content, or does not where it is named")
		default:
			answers++
		}
	}
	for _, m := range namedFact.FindAllStringSubmatch(c.answer, -1) {
		var values []string
		if !in(func(snippet string) bool {
			return slices.ContainsFunc(jobs[snippet], func(j *conf.Job) bool {
				value := shownFact(j, m[1])
				values = append(values, value)
				return value == m[2]
			})
		}) {
			faults = append(faults, fmt.Sprintf("%s is %q, not %s", m[1], values, m[2]))
		}
		answers++
	}
	if answers == 0 && len(strings.TrimPrefix(c.answer, notLinted)) < 15 || strings.HasPrefix(c.answer, notLinted) != (answers == 0) {
		faults = append(faults, "it has neither an answer nor a reason why not")
	}
	return faults
}

// content follows a rule that finds no fault with a snippet.
const content = " is content"

// shownFact is a fact of a job as text.
func shownFact(j *conf.Job, name string) string {
	switch f := facts.Of(j).Get(name); {
	case f == nil:
		return "no fact"
	case f.State != facts.Known:
		return string(f.Reason)
	default:
		return fmt.Sprint(f.Any())
	}
}

// readClaims reads the table in README.md.
func readClaims(t *testing.T) []claim {
	t.Helper()
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var claims []claim
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.TrimSpace(line), "|")
		if len(cells) != 5 || strings.HasPrefix(line, "|---") || strings.TrimSpace(cells[1]) == "claim" {
			continue
		}
		c := claim{text: strings.TrimSpace(cells[1]), answer: strings.TrimSpace(cells[3])}
		for _, m := range quotedPath.FindAllStringSubmatch(cells[2], -1) {
			c.snippets = append(c.snippets, m[1])
		}
		claims = append(claims, c)
	}
	if len(claims) < 60 {
		t.Fatalf("the table has only %d claims", len(claims))
	}
	return claims
}

func snippetFiles(t *testing.T) []string {
	t.Helper()
	var names []string
	if err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && snippetName.MatchString(path) {
			names = append(names, filepath.ToSlash(path))
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	return names
}

// checkSnippets asks all rules about the snippets, and returns their jobs by
// file.
func checkSnippets(t *testing.T, compiled *policy.Program, snippets []string) (map[string][]*conf.Job, *engine.Report) {
	t.Helper()
	o := loader.Options{SparkVersion: "3.5"}
	loaded, err := loader.Load(context.Background(), []string{"."}, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range snippets {
		if strings.HasSuffix(name, modelSuffix) {
			loaded.Jobs = append(loaded.Jobs, models(t, filepath.Dir(name), o.SparkVersion)...)
		}
	}
	jobs := map[string][]*conf.Job{}
	for _, j := range loaded.Jobs {
		jobs[j.At.Root().Source.Name] = append(jobs[j.At.Root().Source.Name], j)
	}
	result, err := engine.Check(context.Background(), compiled, loaded.Jobs, loaded.Diagnostics, engine.Options{Select: []string{"all"}, Editors: loader.Editors(o)})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range result.Errored {
		t.Error(e.Err)
	}
	return jobs, result
}

// holdReport holds a report as text against a golden file.
func holdReport(t *testing.T, name string, r *engine.Report) {
	t.Helper()
	var b bytes.Buffer
	if err := report.Text(&b, r, report.Options{Quiet: true}); err != nil {
		t.Fatal(err)
	}
	holdGolden(t, name, b.Bytes())
}

func holdGolden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what is found now; -update rewrites it. It would be\n%s", name, got)
	}
}
