package jobspec

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agext/levenshtein"
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// maxDiagnostics is how many problems of one file are told; the rest are
// counted.
const maxDiagnostics = 100

// report gathers the diagnostics of one file. What is said twice of the same
// bytes, as by each instance of a for_each, is kept once.
type report struct {
	source *source.Source
	list   []source.Diagnostic
	said   map[saying]bool
}

type saying struct {
	start, end int
	summary    string
}

// span turns hcl's range into the root source's bytes.
func (r *report) span(at hcl.Range) source.Span {
	return r.source.Span(at.Start.Byte, at.End.Byte).Root()
}

// add tells an error.
func (r *report) add(at hcl.Range, summary, detail string, notes ...source.Note) {
	r.tell(source.Error, conf.SyntaxCode, at, summary, detail, notes...)
}

// tooLarge tells that a limit was reached.
func (r *report) tooLarge(at hcl.Range, summary, detail string) {
	r.tell(source.Error, conf.TooLargeCode, at, summary, detail)
}

func (r *report) tell(severity source.Severity, code string, at hcl.Range, summary, detail string, notes ...source.Note) {
	once := saying{at.Start.Byte, at.End.Byte, summary}
	if r.said[once] {
		return
	}
	if r.said == nil {
		r.said = make(map[saying]bool)
	}
	r.said[once] = true
	r.list = append(r.list, source.Diagnostic{Severity: severity, Code: code, Summary: summary, Detail: detail, At: r.span(at), Notes: notes})
}

// hcl tells what hcl has to say, in the words of this project.
func (r *report) hcl(diagnostics hcl.Diagnostics) {
	multiline := false
	for _, d := range diagnostics {
		if d.Summary == "Invalid multi-line string" {
			// One missing quote turns all later text inside out: hcl says so
			// once a line.
			if multiline {
				continue
			}
			multiline = true
		}
		var at hcl.Range
		if d.Subject != nil {
			at = *d.Subject
		}
		severity := source.Error
		if d.Severity == hcl.DiagWarning {
			severity = source.Warning
		}
		r.tell(severity, conf.SyntaxCode, at, plain(d.Summary), plain(d.Detail))
	}
}

// plain writes a sentence of hcl's as reports do: lower case, no full stop.
func plain(sentence string) string {
	sentence = strings.TrimSuffix(strings.TrimSpace(sentence), ".")
	first, size := utf8.DecodeRuneInString(sentence)
	next, _ := utf8.DecodeRuneInString(sentence[size:])
	if unicode.IsUpper(next) { // an acronym
		return sentence
	}
	return string(unicode.ToLower(first)) + sentence[size:]
}

// told returns the diagnostics in the order of the text, at most
// maxDiagnostics of them and one that counts the others.
func (r *report) told() []source.Diagnostic {
	slices.SortStableFunc(r.list, func(a, b source.Diagnostic) int { return a.At.Compare(b.At) })
	if len(r.list) <= maxDiagnostics {
		return r.list
	}
	rest := r.list[maxDiagnostics]
	return append(r.list[:maxDiagnostics:maxDiagnostics], source.Diagnostic{
		Severity: source.Error, Code: conf.SyntaxCode, At: rest.At,
		Summary: fmt.Sprintf("%d more problems in this file are not shown", len(r.list)-maxDiagnostics),
	})
}

// didYouMean proposes the known name that is closest to a misspelt one; empty
// when none is close.
func didYouMean[T any](given string, known map[string]T) string {
	if len(known) > 1000 { // nobody wrote these by hand, and each miss would cost a pass over them
		return ""
	}
	return nearest(given, slices.Sorted(maps.Keys(known)))
}

// didYouMean proposes the word of a choice that is closest to a misspelt one.
func (k *kind) didYouMean(given cty.Value) string {
	if given.Type() != cty.String || !given.IsKnown() || given.IsNull() {
		return ""
	}
	return nearest(given.AsString(), k.choices)
}

func nearest(given string, known []string) string {
	best, distance := "", 3 // hcl's own threshold
	for _, name := range known {
		if len(name) > len(given)+2 || len(given) > len(name)+2 {
			continue
		}
		if d := levenshtein.Distance(given, name, nil); d < distance {
			best, distance = name, d
		}
	}
	if best == "" {
		return ""
	}
	return "did you mean " + best + "?"
}
