package jobspec

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// FuzzLoad holds whatever is loaded to the laws of places: every span lies in
// the text, and the text between the quotes of a string decodes to the value.
func FuzzLoad(f *testing.F) {
	files, err := filepath.Glob("testdata/*.spark.hcl")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, c := range mistakes {
		f.Add([]byte(inLines(c.text)))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 1<<16 {
			return
		}
		src := source.New("fuzz.spark.hcl", "hcl", text)
		o := Options{Variables: map[string]string{"given": "1"}, Environment: "prod"}
		loaded := Load(src, o)
		law := laws{t: t, src: src}
		law.hold(loaded)
		if _, refused := hclsyntax.ParseConfig(text, src.Name, hcl.InitialPos); refused.HasErrors() && len(loaded.Diagnostics) == 0 {
			t.Errorf("hcl refuses the text, and nothing is said: %v", refused)
		}
		if again := Load(src, o); draw(loaded) != draw(again) {
			t.Errorf("loaded twice, it differs:\n%s\n%s", draw(loaded), draw(again))
		}
	})
}

type laws struct {
	t   *testing.T
	src *source.Source
}

func (l laws) hold(loaded conf.Loaded) {
	for _, d := range loaded.Diagnostics {
		l.within(d.At)
		for _, n := range d.Notes {
			l.within(n.At)
		}
	}
	for _, j := range loaded.Jobs {
		l.within(j.At)
		l.optional(j.SparkVersionAt)
		l.literal(j.SparkVersionAt, j.SparkVersion)
		if j.Application.FileAt.Source != nil {
			l.value(j.Application.FileAt, j.Application.File)
		}
		for _, r := range []*conf.FileReference{j.DefaultsFile, j.PropertiesFile} {
			if r != nil {
				l.value(r.At, conf.Value{Raw: r.Path, Unknown: r.Unknown})
			}
		}
		for _, layer := range j.Layers {
			l.within(layer.At)
			for _, a := range layer.Assignments {
				l.within(a.KeyAt)
				l.literal(a.KeyAt, a.Key)
				if layer.Kind != conf.PlatformLayer { // its values follow, and are not written
					l.value(a.ValueAt, a.Value)
				}
			}
		}
		l.profile(j.Profile.Cluster)
		l.profile(j.Profile.Workload)
	}
}

func (l laws) profile(b *conf.ProfileBlock) {
	if b == nil {
		return
	}
	l.within(b.At)
	for _, v := range b.Values {
		l.within(v.At)
		if (v.Typed == nil) == (v.Unknown == "") {
			l.t.Errorf("%s: the value %q is %#v, unknown because %q", v.At, v.Raw, v.Typed, v.Unknown)
		}
		if v.Origin == "" {
			l.value(v.At, v.Value)
		}
	}
	for _, w := range b.Workers {
		l.profile(w)
	}
}

func (l laws) within(at source.Span) {
	l.t.Helper()
	if at.Source != l.src || at.Start < 0 || at.Start > at.End || at.End > len(l.src.Text) {
		l.t.Errorf("span %d:%d lies outside the text of %d bytes", at.Start, at.End, len(l.src.Text))
	}
}

func (l laws) optional(at source.Span) {
	if !at.IsZero() {
		l.within(at)
	}
}

func (l laws) value(at source.Span, v conf.Value) {
	l.within(at)
	if v.Unknown == "" {
		l.literal(at, v.Raw)
	}
}

// literal: bytes between quotes, decoded as HCL does, are the value.
func (l laws) literal(at source.Span, want string) {
	if at.IsZero() || at.Start == 0 || at.End >= len(l.src.Text) || l.src.Text[at.Start-1] != '"' || l.src.Text[at.End] != '"' {
		return
	}
	expr, diagnostics := hclsyntax.ParseExpression(l.src.Text[at.Start-1:at.End+1], "", hcl.InitialPos)
	if diagnostics.HasErrors() {
		l.t.Errorf("%s: %q does not parse: %s", at, at.Text(), diagnostics)
		return
	}
	v, diagnostics := expr.Value(nil)
	if diagnostics.HasErrors() || plainText(v) != want {
		l.t.Errorf("%s: %q decodes to %#v, not to %q", at, at.Text(), v, want)
	}
}
