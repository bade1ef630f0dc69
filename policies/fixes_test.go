package policies_test

import (
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
)

// mostPasses is how often an example's fixes may be applied to what they made.
const mostPasses = 5

// checkFix applies the fixes of a bad input, the unsafe ones too. They silence
// the findings they belong to, and change no setting but those they name. It
// returns the files that changed.
func checkFix(t *testing.T, compiled *policy.Program, id, flags string, bad *engine.Report) []txtar.File {
	t.Helper()
	left := len(bad.Findings) - bad.Fixable()
	if bad.Fixable() == 0 {
		return nil
	}
	if !bad.Rules[0].Fixable {
		t.Error("the rule has a fix, and its code does not show it")
	}
	if err := os.CopyFS("fixed", os.DirFS("bad")); err != nil {
		t.Fatal(err)
	}
	changed := map[string][]byte{}
	for pass := 0; bad.Fixable() > 0; pass++ {
		if pass == mostPasses {
			t.Fatalf("after %d passes there is still something to fix:\n%s", pass, shown(t, bad))
		}
		keys := fix(t, bad, changed)
		after := check(t, compiled, id, flags, "fixed")
		checkSettings(t, bad, after, keys)
		bad = after
	}
	if len(bad.Findings) > left {
		t.Errorf("fixed, the bad input still gives\n%s", shown(t, bad))
	}
	var files []txtar.File
	for _, name := range slices.Sorted(maps.Keys(changed)) {
		files = append(files, txtar.File{Name: name, Data: changed[name]})
	}
	return files
}

// fix applies the fixes of a report to the files in the folder fixed, and
// returns the settings that they name; nil when they are not about settings.
func fix(t *testing.T, r *engine.Report, changed map[string][]byte) map[string]bool {
	t.Helper()
	keys, settings := map[string]bool{}, true
	patch, _ := engine.Mend(r.Findings, func(fix *engine.Fix) bool {
		for _, key := range fix.Keys {
			keys[key] = true
		}
		settings = settings && fix.Keys != nil
		return true
	})
	for _, s := range patch.Sources() {
		text, err := patch.Text(s)
		if err != nil {
			t.Fatal(err)
		}
		_, inside, _ := strings.Cut(s.Name, "/")
		name := "fixed/" + inside
		changed[name] = text
		if err := os.WriteFile(filepath.FromSlash(name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if !settings {
		return nil
	}
	return keys
}

// checkSettings holds the settings before and after a fix against each other:
// those that it does not name are the same.
func checkSettings(t *testing.T, before, after *engine.Report, named map[string]bool) {
	t.Helper()
	if len(before.Jobs) != len(after.Jobs) {
		t.Fatalf("%d jobs became %d", len(before.Jobs), len(after.Jobs))
	}
	for i, j := range before.Jobs {
		was, is := texts(j), texts(after.Jobs[i])
		keys := maps.Clone(was)
		maps.Copy(keys, is)
		for key := range keys {
			if named != nil && !named[key] && was[key] != is[key] {
				t.Errorf("job %d: %s was %q and is %q, and no fix names it", i, key, was[key], is[key])
			}
		}
	}
}

// texts are the values of a job by the keys they are written with, of all
// layers.
func texts(j *conf.Job) map[string]string {
	values := map[string]string{}
	for _, layer := range j.Layers {
		for _, a := range layer.Assignments {
			values[a.Key] += string(layer.Kind) + " " + a.Value.Raw + string(a.Value.Unknown) + "\n"
		}
	}
	return values
}
