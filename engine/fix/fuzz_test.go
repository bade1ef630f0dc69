package fix

import (
	"maps"
	"os"
	"path/filepath"
	"testing"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/loader"
	"github.com/sparkvet/sparkvet/source"
)

// FuzzFix changes every setting of a text in every way. What is offered as a
// fix can be read again, says what was asked for, and changes no other key.
func FuzzFix(f *testing.F) {
	for kind, patterns := range map[source.Kind][]string{
		"properties": {"../../loader/properties/testdata/golden/*.conf", "../../testdata/projects/*/conf/*"},
		"shell":      {"../../loader/submit/testdata/golden/*.sh", "../../testdata/projects/*/jobs/*.sh"},
		"hcl":        {"../../loader/jobspec/testdata/*.spark.hcl", "../../testdata/projects/*/jobs/*.hcl"},
	} {
		for _, pattern := range patterns {
			files, _ := filepath.Glob(pattern)
			for _, file := range files {
				text, err := os.ReadFile(file)
				if err != nil {
					f.Fatal(err)
				}
				f.Add(string(kind), text, "2g")
				if len(text) > 1500 { // each setting is changed in four ways, which takes time
					continue
				}
				f.Add(string(kind), text, " a=\"b c\" 'd' $e ${f} \\ # %{g}")
			}
		}
	}
	editors := loader.Editors(loader.Options{})
	f.Fuzz(func(t *testing.T, kind string, text []byte, value string) {
		editor := editors[source.Kind(kind)]
		if editor == nil || len(text) > 1<<12 {
			return
		}
		left := 6 // settings
		reader, before := NewReader(editors), editor.Load(source.New("fuzz", source.Kind(kind), text))
		src := source.New("fuzz", source.Kind(kind), text)
		for _, job := range editor.Load(src).Jobs {
			for _, layer := range job.Layers {
				for i := range layer.Assignments {
					a := &layer.Assignments[i]
					if a.KeyAt.IsZero() || a.ValueAt.IsZero() || a.Value.Raw == value || a.Key == "spark.fuzz" || left == 0 {
						continue
					}
					left--
					for _, c := range []Change{Write(a, value), Remove(a), Rename(a, "spark.fuzz"), Add(a, "spark.fuzz", value)} {
						if edits, ok := reader.Edits([]Change{c}); ok {
							checkEdits(t, editor, src, before, edits, &c)
						}
					}
				}
			}
		}
	})
}

// checkEdits reads a fixed text again: every job says of every other key what
// it said, and the changed one has the value that was asked for.
func checkEdits(t *testing.T, editor conf.Editor, s *source.Source, before conf.Loaded, edits []source.Edit, c *Change) {
	t.Helper()
	text, err := source.Apply(s, edits)
	if err != nil {
		t.Fatal(err)
	}
	after := editor.Load(source.New(s.Name, s.Kind, text))
	if len(before.Jobs) != len(after.Jobs) || len(after.Diagnostics) > len(before.Diagnostics) {
		t.Fatalf("%q\nbecame %q:\n%d jobs became %d, diagnostics %v", s.Text, text, len(before.Jobs), len(after.Jobs), after.Diagnostics)
	}
	asked := 0
	for i, job := range before.Jobs {
		was, is := values(job), values(after.Jobs[i])
		for key := range merged(was, is) {
			named := key == c.at.Key || key == c.key
			if !named && !maps.Equal(was[key], is[key]) {
				t.Errorf("%q\nbecame %q:\n%s was %v and is %v", s.Text, text, key, was[key], is[key])
			}
		}
		switch c.kind {
		case writes:
			asked += is[c.at.Key][c.text] - was[c.at.Key][c.text]
		case renames:
			asked += is[c.key][c.at.Value.Raw] - was[c.key][c.at.Value.Raw]
		case adds:
			asked += is[c.key][c.text] - was[c.key][c.text]
		case removes:
			asked += was[c.at.Key][c.at.Value.Raw] - is[c.at.Key][c.at.Value.Raw]
		}
	}
	if asked < 1 {
		t.Errorf("%q\nbecame %q:\nthe change is not there: %+v", s.Text, text, c)
	}
}

// values counts the values that a job gives each key.
func values(j *conf.Job) map[string]map[string]int {
	counts := map[string]map[string]int{}
	for _, layer := range j.Layers {
		for _, a := range layer.Assignments {
			if counts[a.Key] == nil {
				counts[a.Key] = map[string]int{}
			}
			counts[a.Key][a.Value.Raw]++
		}
	}
	return counts
}

func merged(a, b map[string]map[string]int) map[string]map[string]int {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}
