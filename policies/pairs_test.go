package policies_test

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/engine/policy"
	"github.com/sparkvet/sparkvet/loader"
	"github.com/sparkvet/sparkvet/source"
)

// pairsFile lists which rules speak of the same bytes, and why these are two
// causes; a question mark where nobody has said so.
const pairsFile = "testdata/same_bytes.txt"

// pair is two rules, in order.
type pair struct{ one, other string }

// TestSameBytes asks all rules about all bad examples, the sample projects and
// the articles, and lists the pairs of rules that report on the same bytes: one
// root cause is one finding, and a rule whose finding another explains yields
// to it.
func TestSameBytes(t *testing.T) {
	compiled, err := program()
	if err != nil {
		t.Fatal(err)
	}
	found := map[pair]string{} // where it was first seen
	for _, id := range rules(t) {
		archive := enter(t, id, func(name string) bool {
			return name != "report" && name != "flags" && !strings.HasPrefix(name, "good/") && !strings.HasPrefix(name, "fixed/")
		})
		flags := ""
		if i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "flags" }); i >= 0 {
			flags = string(archive.Files[i].Data)
		}
		version := options(t, flags).SparkVersion
		addPairs(found, asked(t, compiled, version, models(t, "bad", version)), id+".txtar ")
	}
	for _, folder := range []string{"projects/healthy", "projects/lake", "projects/orders", "articles"} {
		t.Chdir(filepath.Join(sourceFolder, "../testdata", folder))
		addPairs(found, asked(t, compiled, "3.5", nil), folder+"/")
	}
	t.Chdir(sourceFolder)
	said := reasons(t)
	holdGolden(t, pairsFile, listed(found, said))
	for p := range found {
		if said[p] == "" || said[p] == "?" {
			t.Errorf("%s and %s report on the same bytes (%s): let one yield to the other, or say in %s why these are two causes", p.one, p.other, found[p], pairsFile)
		}
	}
}

// asked asks all rules about the working directory, and some jobs more.
func asked(t *testing.T, compiled *policy.Program, version string, more []*conf.Job) *engine.Report {
	t.Helper()
	loaded, err := loader.Load(context.Background(), []string{"."}, loader.Options{SparkVersion: version})
	if err != nil {
		t.Fatal(err)
	}
	result, err := engine.Check(context.Background(), compiled, append(loaded.Jobs, more...), loaded.Diagnostics, engine.Options{Select: []string{"all"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range result.Errored {
		t.Error(e.Err)
	}
	return result
}

// addPairs adds the rules that a report names at the same bytes. Findings at
// the head of a job are about what is written nowhere, and share no bytes.
func addPairs(found map[pair]string, r *engine.Report, where string) {
	at := map[source.Span]map[string]bool{}
	for _, f := range r.Findings {
		if f.Job != nil && f.Assignment == nil && f.At.Start == f.Job.At.Root().Start {
			continue
		}
		if at[f.At] == nil {
			at[f.At] = map[string]bool{}
		}
		at[f.At][f.Rule.ID] = true
	}
	for span, ids := range at {
		sorted := slices.Sorted(maps.Keys(ids))
		for i, one := range sorted {
			for _, other := range sorted[i+1:] {
				place := fmt.Sprintf("%s%s: %s", where, span.Source.Name, span.Text())
				if known, ok := found[pair{one, other}]; !ok || place < known && strings.HasPrefix(known, where) {
					found[pair{one, other}] = place
				}
			}
		}
	}
}

// reasons reads why the pairs that were listed before are two causes.
func reasons(t *testing.T) map[pair]string {
	t.Helper()
	text, err := os.ReadFile(pairsFile)
	if err != nil && !*update {
		t.Fatal(err)
	}
	said := map[pair]string{}
	var last pair
	for line := range strings.Lines(string(text)) {
		if one, other, ok := strings.Cut(strings.TrimSpace(line), " + "); ok && !strings.HasPrefix(line, " ") {
			last = pair{one, other}
		} else if reason, ok := strings.CutPrefix(line, "  because "); ok {
			said[last] = strings.TrimSpace(reason)
		}
	}
	return said
}

func listed(found map[pair]string, said map[pair]string) []byte {
	var b bytes.Buffer
	for _, p := range slices.SortedFunc(maps.Keys(found), func(a, b pair) int {
		return strings.Compare(a.one+" "+a.other, b.one+" "+b.other)
	}) {
		reason := said[p]
		if reason == "" {
			reason = "?"
		}
		fmt.Fprintf(&b, "%s + %s\n  in %s\n  because %s\n", p.one, p.other, strings.ReplaceAll(found[p], "\n", "↵"), reason)
	}
	return b.Bytes()
}
