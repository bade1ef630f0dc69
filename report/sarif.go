package report

import (
	"bytes"
	"io"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/source"
)

// homepage is where SARIF viewers send people who ask about the tool.
const homepage = "https://github.com/sparkvet/sparkvet"

// fingerprintName is the key of our fingerprint in SARIF. The one that GitHub
// reads, primaryLocationLineHash, is left to its upload action, which warns
// about any other tool's.
const fingerprintName = "sparkvetFingerprint/v1"

// relatedLimit keeps a result within the locations that GitHub takes.
const relatedLimit = 100

// levels are SARIF's words for severities, recommendations those of GitHub's
// problem.severity.
var (
	levels          = [...]string{source.Info: "note", source.Warning: "warning", source.Error: "error"}
	recommendations = [...]string{source.Info: "recommendation", source.Warning: "warning", source.Error: "error"}
)

// SARIF writes a report for code scanning, as SARIF 2.1.0. Regions lie on one
// line, because GitHub shows an alert only when its whole region is part of a
// change; columns count characters.
func SARIF(w io.Writer, r *engine.Report, o Options) error {
	s := sarifReport{redactor: newRedactor(r.Jobs, r.Findings...), run: sarif.NewRunWithInformationURI("sparkvet", homepage), rules: map[string]int{}}
	s.run.Tool.Driver.WithVersion(o.Version).WithSemanticVersion(o.Version)
	s.run.WithColumnKind("unicodeCodePoints")
	for _, rule := range r.Rules {
		s.rule(rule)
	}
	for _, f := range shown(r, o) {
		s.result(f)
	}
	s.invocation(r)
	return encode(w, sarifDocument{Schema: sarifSchema, Version: "2.1.0", Runs: []*sarif.Run{s.run}})
}

// sarifSchema is where the schema of SARIF 2.1.0 is published.
const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// sarifDocument is the library's Report without its validation, which alone
// would make the command a sixth larger.
type sarifDocument struct {
	Schema  string       `json:"$schema"`
	Version string       `json:"version"`
	Runs    []*sarif.Run `json:"runs"`
}

type sarifReport struct {
	redactor *redactor
	run      *sarif.Run
	rules    map[string]int
	columns  columnCounter
}

// rule describes a rule once and returns its index.
func (s *sarifReport) rule(r *engine.Rule) int {
	if i, known := s.rules[r.ID]; known {
		return i
	}
	d := sarif.NewRule(r.ID).WithName(r.ID)
	d.WithShortDescription(sarif.NewMultiformatMessageString().WithText(r.Title))
	d.WithFullDescription(sarif.NewMultiformatMessageString().WithText(short(r.Description, 1000)))
	d.WithHelp(sarif.NewMultiformatMessageString().WithText(helpText(r)).WithMarkdown(helpMarkdown(r)))
	d.WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(levels[r.Severity]))
	d.WithProperties(sarif.NewPropertyBag().WithTags([]string{"spark", r.Category()}).Add("problem.severity", recommendations[r.Severity]))
	if len(r.Links) > 0 {
		d.WithHelpURI(r.Links[0].URL)
	}
	s.run.Tool.Driver.AddRule(d)
	s.rules[r.ID] = len(s.rules)
	return s.rules[r.ID]
}

func helpText(r *engine.Rule) string {
	return strings.TrimSpace(r.Description + "\n\n" + r.Fix)
}

func helpMarkdown(r *engine.Rule) string {
	var b strings.Builder
	b.WriteString(r.Description + "\n")
	if r.Fix != "" {
		b.WriteString("\n**Fix.** " + r.Fix + "\n")
	}
	for i, link := range r.Links {
		if i == 0 {
			b.WriteString("\n")
		}
		b.WriteString("- [" + link.Text + "](" + link.URL + ")\n")
	}
	return b.String()
}

func (s *sarifReport) result(f identified) {
	result := sarif.NewRuleResult(f.Rule.ID).WithRuleIndex(s.rule(f.Rule)).WithLevel(levels[f.Severity])
	result.WithMessage(sarif.NewTextMessage(s.message(f)))
	result.WithPartialFingerprints(map[string]string{fingerprintName: f.Fingerprint})
	if f.Case != "" {
		result.WithProperties(sarif.NewPropertyBag().Add("case", f.Case))
	}
	if !f.At.IsZero() {
		result.AddLocation(s.location(f.At))
	}
	lost := overridden(f.Finding)
	for i := range lost {
		if len(result.RelatedLocations) == relatedLimit {
			break
		}
		a := &lost[i]
		s.related(result, placeOf(a), "overridden here: "+s.redactor.value(a.Key, a.Value.Raw))
	}
	for _, n := range f.Notes {
		s.related(result, n.At.Root(), s.redactor.text(n.Text))
	}
	s.fix(result, f.Finding)
	s.run.AddResult(result)
}

// message is the finding with the numbers behind it: GitHub shows nothing else
// of a result.
func (s *sarifReport) message(f identified) string {
	parts := []string{s.redactor.about(f.Setting, f.Message)}
	for _, fact := range f.Because {
		parts = append(parts, s.redactor.text(because(fact)))
	}
	if f.Advice != "" {
		parts = append(parts, "fix: "+s.redactor.about(f.Setting, f.Advice))
	}
	return strings.Join(parts, "\n")
}

func (s *sarifReport) related(result *sarif.Result, at source.Span, text string) {
	if at.IsZero() {
		return
	}
	location := s.location(at).WithID(len(result.RelatedLocations) + 1)
	result.AddRelatedLocation(location.WithMessage(sarif.NewTextMessage(text)))
}

func (s *sarifReport) location(at source.Span) *sarif.Location {
	line, from, to := s.columns.line(at)
	region := sarif.NewRegion().WithStartLine(line).WithStartColumn(from).WithEndLine(line).WithEndColumn(to)
	return sarif.NewLocationWithPhysicalLocation(sarif.NewPhysicalLocation().WithArtifactLocation(artifact(at.Source)).WithRegion(region))
}

// artifact names a file, as a URI.
func artifact(s *source.Source) *sarif.ArtifactLocation {
	return sarif.NewSimpleArtifactLocation((&url.URL{Path: s.Name}).String())
}

// invocation says whether the run could be done as asked, and why not.
func (s *sarifReport) invocation(r *engine.Report) {
	invocation := sarif.NewInvocation().WithExecutionSuccessful(len(r.Errored) == 0)
	for _, e := range r.Errored {
		notification := sarif.NewNotification().WithLevel("error").WithMessage(sarif.NewTextMessage(s.redactor.text(e.Err.Error())))
		invocation.AddToolExecutionNotification(notification)
	}
	s.run.AddInvocation(invocation)
}

// columnCounter turns spans into one line with columns in characters. It goes
// on counting from where it was, because findings come in order: a thousand on
// one line cost one walk over it.
type columnCounter struct {
	source            *source.Source
	start, end, count int // characters between two offsets
}

// line returns the line that a span begins on, and its columns there, cut where
// the line ends.
func (c *columnCounter) line(at source.Span) (line, from, to int) {
	position := at.From()
	start := at.Start - position.Column + 1
	from = c.characters(at.Source, start, at.Start) + 1
	text := at.Source.Text[at.Start:at.End]
	if i := bytes.IndexAny(text, "\r\n"); i >= 0 {
		text = text[:i]
	}
	return position.Line, from, from + utf8.RuneCount(text)
}

func (c *columnCounter) characters(s *source.Source, start, end int) int {
	if c.source != s || c.start != start || end < c.end {
		*c = columnCounter{source: s, start: start, end: start}
	}
	c.count += utf8.RuneCount(s.Text[c.end:end])
	c.end = end
	return c.count
}
