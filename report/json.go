package report

import (
	"encoding/json"
	"io"
	"math"
	"strconv"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/facts"
	"github.com/sparkvet/sparkvet/source"
)

// documentVersion is the version of every JSON document; it changes when a
// reader of the former one would misread the new one.
const documentVersion = 1

// JSON writes a report for programs. Parts that do not exist are left out:
// a finding without a setting has no key.
func JSON(w io.Writer, r *engine.Report, o Options) error {
	redact := newRedactor(r.Jobs, r.Findings...)
	document := checkDocument{
		Version: documentVersion, Tool: tool{"sparkvet", o.Version}, Summary: summaryOf(r),
		Findings: []findingDocument{}, Diagnostics: []diagnosticDocument{},
	}
	for _, f := range shown(r, o) {
		document.Findings = append(document.Findings, redact.finding(f))
	}
	for _, d := range r.Notices {
		document.Diagnostics = append(document.Diagnostics, diagnosticDocument{
			Severity: d.Severity.String(), Code: d.Code, Message: redact.text(d.Summary), Detail: redact.text(d.Detail), place: placeAt(d.At.Root()),
		})
	}
	for _, e := range r.Errored {
		document.Diagnostics = append(document.Diagnostics, diagnosticDocument{
			Severity: source.Error.String(), Code: ruleErrorCode, Message: redact.text(e.Err.Error()), Rule: e.Rule.ID, Job: e.Job.Name, place: placeAt(e.Job.At.Root()),
		})
	}
	return encode(w, document)
}

// ruleErrorCode is the diagnostic code of a rule that failed on a job.
const ruleErrorCode = "engine/rule_error"

// encode writes a document, indented, with < and & as they are.
func encode(w io.Writer, document any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(document)
}

type tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type checkDocument struct {
	Version     int                  `json:"version"`
	Tool        tool                 `json:"tool"`
	Summary     summaryDocument      `json:"summary"`
	Findings    []findingDocument    `json:"findings"`
	Diagnostics []diagnosticDocument `json:"diagnostics"`
}

type summaryDocument struct {
	Files     int            `json:"files"`
	Jobs      int            `json:"jobs"`
	Findings  severityCounts `json:"findings"`
	Waived    int            `json:"waived"`
	Baselined int            `json:"baselined"`
	Rules     ruleCounts     `json:"rules"`
}

type severityCounts struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Info    int `json:"info"`
}

type ruleCounts struct {
	Loaded        int `json:"loaded"`
	Evaluated     int `json:"evaluated"`
	NotApplicable int `json:"not_applicable"`
	Undecided     int `json:"undecided"`
	Errored       int `json:"errored"`
}

// place is where something stands: lines and columns from 1, columns in bytes.
type place struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"end_line,omitempty"`
	EndColumn int    `json:"end_column,omitempty"`
}

type findingDocument struct {
	Rule     string `json:"rule"`
	Case     string `json:"case,omitempty"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	Job      string `json:"job,omitempty"`
	*place
	Key         string             `json:"key,omitempty"`
	Value       *string            `json:"value,omitempty"`
	Layer       string             `json:"layer,omitempty"`
	Fixable     bool               `json:"fixable"`
	Advice      string             `json:"advice,omitempty"`
	Fingerprint string             `json:"fingerprint"`
	URL         string             `json:"url,omitempty"`
	Overrides   []overrideDocument `json:"overrides"`
	Because     []becauseDocument  `json:"because"`
	Notes       []noteDocument     `json:"notes,omitempty"`
	Fix         *fixDocument       `json:"fix,omitempty"`
}

type overrideDocument struct {
	*place
	Value *string `json:"value,omitempty"`
	Layer string  `json:"layer"`
}

type becauseDocument struct {
	Fact string `json:"fact"`
	factDocument
}

type factDocument struct {
	Value       any    `json:"value"`
	Unit        string `json:"unit,omitempty"`
	Formula     string `json:"formula"`
	WithNumbers string `json:"with_numbers"`
}

type noteDocument struct {
	Text string `json:"text"`
	*place
}

type diagnosticDocument struct {
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Message  string `json:"message"`
	Detail   string `json:"detail,omitempty"`
	Rule     string `json:"rule,omitempty"`
	Job      string `json:"job,omitempty"`
	*place
}

func summaryOf(r *engine.Report) summaryDocument {
	return summaryDocument{
		Files: r.Files, Jobs: len(r.Jobs),
		Findings: severityCounts{r.Count(source.Error), r.Count(source.Warning), r.Count(source.Info)},
		Rules:    ruleCounts{r.Counts.Loaded, r.Counts.Evaluated, r.Counts.NotApplicable, r.Counts.Undecided, r.Counts.Errored},
	}
}

// finding turns a finding into its document.
func (r *redactor) finding(f identified) findingDocument {
	d := findingDocument{
		Rule: f.Rule.ID, Case: f.Case, Severity: f.Severity.String(), Message: r.about(f.Setting, f.Message), Job: jobOf(f.Finding), place: placeAt(f.At),
		Key: keyOf(f.Finding), Fixable: f.Fix != nil, Advice: r.about(f.Setting, f.Advice), Fingerprint: f.Fingerprint,
		Overrides: []overrideDocument{}, Because: []becauseDocument{}, Fix: r.fix(f.Finding),
	}
	if len(f.Rule.Links) > 0 {
		d.URL = f.Rule.Links[0].URL
	}
	if a := f.Assignment; a != nil {
		d.Value, d.Layer = r.raw(a), a.LayerName()
	}
	d.Overrides = append(d.Overrides, r.overrides(overridden(f.Finding))...)
	for _, fact := range f.Because {
		d.Because = append(d.Because, becauseDocument{fact.Definition.Name, r.fact(fact)})
	}
	for _, n := range f.Notes {
		d.Notes = append(d.Notes, noteDocument{r.text(n.Text), placeAt(n.At.Root())})
	}
	return d
}

// raw returns an assignment's value as it may be shown; nil when it cannot be
// known.
func (r *redactor) raw(a *conf.Assignment) *string {
	if a.Value.Unknown != "" {
		return nil
	}
	text := r.value(a.Key, a.Value.Raw)
	return &text
}

func (r *redactor) overrides(lost []conf.Assignment) []overrideDocument {
	list := []overrideDocument{}
	for i := range lost {
		list = append(list, overrideDocument{beginning(placeAt(placeOf(&lost[i]))), r.raw(&lost[i]), lost[i].LayerName()})
	}
	return list
}

// fact turns a known fact into its document.
func (r *redactor) fact(f *facts.Fact) factDocument {
	return factDocument{Value: r.plain(f.Any()), Unit: f.Definition.Unit, Formula: r.text(f.Formula()), WithNumbers: r.text(f.WithNumbers())}
}

// plain turns a typed value into one that JSON can hold: sizes in bytes,
// durations in milliseconds, and numbers that are none as text.
func (r *redactor) plain(v any) any {
	switch v := v.(type) {
	case conf.Bytes:
		return int64(v)
	case conf.Millis:
		return int64(v)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return strconv.FormatFloat(v, 'g', -1, 64)
		}
	case string:
		return r.text(v)
	case []string:
		list := make([]string, len(v))
		for i, s := range v {
			list[i] = r.text(s)
		}
		return list
	}
	return v
}

// placeAt returns the lines and columns of a span; nil for no place.
func placeAt(at source.Span) *place {
	if at.IsZero() {
		return nil
	}
	from, until := at.From(), at.Until()
	return &place{at.Source.Name, from.Line, from.Column, until.Line, until.Column}
}
