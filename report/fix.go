package report

import (
	"fmt"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/sparkvet/sparkvet/conf/secret"
	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/source"
)

// fixDocument is how a finding is put right: bytes of files, from start up to
// end, are replaced by a text.
type fixDocument struct {
	Safe  bool           `json:"safe"`
	Edits []editDocument `json:"edits"`
}

type editDocument struct {
	File  string `json:"file"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// fix turns a fix into its document. One that would show a secret is left out,
// since it would be of no use without.
func (r *redactor) fix(f *engine.Finding) *fixDocument {
	if f.Fix == nil || r.wouldShow(f) {
		return nil
	}
	d := &fixDocument{Safe: f.Fix.Safe, Edits: []editDocument{}}
	for _, e := range f.Fix.Edits {
		d.Edits = append(d.Edits, editDocument{e.At.Source.Name, e.At.Start, e.At.End, e.Text})
	}
	return d
}

// wouldShow reports whether the edits of a finding hold a secret.
func (r *redactor) wouldShow(f *engine.Finding) bool {
	for _, e := range f.Fix.Edits {
		if r.about(f.Setting, e.Text) != e.Text || f.Setting != nil && secret.Named(f.Setting.Name) && e.Text != "" {
			return true
		}
	}
	return false
}

// fix says in the text format what puts a finding right: the edit, if it is
// certain what was meant, else what people are to decide.
func (t *textReport) fix(f *engine.Finding) {
	line := func(label, text string) {
		if text = clean(strings.TrimSpace(t.redactor.about(f.Setting, text))); text != "" {
			fmt.Fprintf(t, "  %s %s\n", t.palette.good(label), text)
		}
	}
	switch {
	case f.Fix == nil || t.redactor.wouldShow(f):
		line("fix:", f.Advice)
	case f.Fix.Safe:
		line("fix:", short(f.Fix.Text, messageLimit))
	default:
		line("fix:", f.Advice)
		line("unsafe fix:", short(f.Fix.Text, messageLimit))
	}
}

// fixable says how many findings have a fix, and how many of those only people
// can choose; empty when none has.
func fixable(r *engine.Report) string {
	unsafe := 0
	for _, f := range r.Findings {
		if f.Fix != nil && !f.Fix.Safe {
			unsafe++
		}
	}
	switch n := r.Fixable(); {
	case n == 0:
		return ""
	case unsafe == 0:
		return fmt.Sprintf(" (%d fixable)", n)
	default:
		return fmt.Sprintf(" (%d fixable, %d with --unsafe)", n, unsafe)
	}
}

// fix adds a finding's edits to its result.
func (s *sarifReport) fix(result *sarif.Result, f *engine.Finding) {
	if f.Fix == nil || s.redactor.wouldShow(f) {
		return
	}
	fix := sarif.NewFix().WithDescription(sarif.NewTextMessage(s.redactor.about(f.Setting, f.Fix.Text)))
	if !f.Fix.Safe {
		fix.WithProperties(sarif.NewPropertyBag().Add("unsafe", true))
	}
	var last *source.Source
	var change *sarif.ArtifactChange
	for _, e := range f.Fix.Edits {
		if e.At.Source != last {
			last = e.At.Source
			change = sarif.NewArtifactChange().WithArtifactLocation(artifact(last))
			fix.AddArtifactChange(change)
		}
		change.AddReplacement(sarif.NewReplacement().WithDeletedRegion(s.region(e.At)).WithInsertedContent(sarif.NewArtifactContent().WithText(e.Text)))
	}
	result.WithFixes([]*sarif.Fix{fix})
}

// region is a span as lines and columns in characters, over several lines
// where it goes over several.
func (s *sarifReport) region(at source.Span) *sarif.Region {
	from, until := at.From(), at.Until()
	start, end := at.Start-from.Column+1, at.End-until.Column+1
	return sarif.NewRegion().WithStartLine(from.Line).WithStartColumn(1 + s.columns.characters(at.Source, start, at.Start)).
		WithEndLine(until.Line).WithEndColumn(1 + s.columns.characters(at.Source, end, at.End))
}
