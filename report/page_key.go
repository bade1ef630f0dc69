package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/catalog"
)

// KeyPage is the page of a Spark key and, with jobs, its value in each.
type KeyPage struct {
	// Name as asked for; it may be an older name, or one of a family.
	Name string
	// Key as the newest release that knows it has it; nil for a name that only
	// a family or Spark's tables of removed keys know.
	Key *catalog.Key
	// Missing are the release lines that do not know the key.
	Missing     []string
	Family      *catalog.Family
	Deprecation *catalog.Deprecation
	Defaults    []catalog.ReleaseDefault
	Doc         string
	// Rules and Facts that read the key.
	Rules, Facts []string
	Jobs         []*conf.Job
}

// Text writes the page for people.
func (p KeyPage) Text(w io.Writer, colored bool) error {
	out := newPageWriter(w, newRedactor(p.Jobs), colored)
	kind := "Spark setting"
	switch {
	case p.Key != nil && p.Key.Name != p.Name:
		kind = "older name of " + p.Key.Name
	case p.Key == nil && p.Family != nil:
		kind = "of the open family " + p.Family.Pattern
	case p.Key == nil:
		kind = "removed from Spark"
	}
	out.title(p.Name, kind, "")
	out.prose(p.text())
	if k := p.Key; k != nil {
		out.fields(
			"type", typeOf(k), "default", p.defaults(), "allowed", strings.Join(k.Values, ", "), "range", k.Check,
			"older names", olderNames(k), "since", k.Since, "changes", changes(k), "module", k.Module,
			"missing in", strings.Join(p.Missing, ", "),
		)
	}
	out.fields("deprecated", p.deprecated(), "rules", strings.Join(p.Rules, "\n"), "facts", strings.Join(p.Facts, "\n"))
	p.inJobs(out)
	return out.Flush()
}

// text is Spark's documentation, or what is known of the family.
func (p KeyPage) text() string {
	if p.Doc == "" && p.Key == nil && p.Family != nil {
		return p.Family.Doc
	}
	return p.Doc
}

// inJobs writes the key's value in every job.
func (p KeyPage) inJobs(out *pageWriter) {
	for _, j := range p.Jobs {
		fmt.Fprintf(out, "\n%s %s\n", out.palette.bold(clean(j.At.Root().String())+":"), clean(j.Name))
		l := j.Lookup(p.current())
		text := "not set, and Spark has no default"
		switch {
		case l.Setting != nil && l.State == conf.Unknown:
			text = "unknown: " + out.redactor.text(string(l.Value.Unknown)) + ", " + out.beaten(l.Setting)
		case l.Setting != nil:
			text = out.assigned(l.Setting.Effective()) + ", " + out.beaten(l.Setting)
		case l.State == conf.Defaulted:
			text = l.Value.Raw + ", " + defaultOf(j)
		case l.State == conf.Unknown:
			text = "unknown: " + out.redactor.text(string(l.Value.Unknown))
		}
		fmt.Fprintf(out, "  %s\n", clean(text))
	}
}

// current is the name under which a job files the key.
func (p KeyPage) current() string {
	if p.Key != nil {
		return p.Key.Name
	}
	return p.Name
}

// typeOf is a key's type and the unit of a bare number.
func typeOf(k *catalog.Key) string {
	text := string(k.Type)
	if k.Unit != catalog.NoUnit {
		text += ", a bare number is in " + string(k.Unit)
	}
	return text
}

// defaults lists the default of each run of releases that share it, or the one
// of all.
func (p KeyPage) defaults() string {
	var lines []string
	for i := 0; i < len(p.Defaults); {
		first, last := i, i
		for i < len(p.Defaults) && p.Defaults[i].Default == p.Defaults[first].Default {
			last = i
			i++
		}
		line := p.Defaults[first].Default.String()
		switch {
		case first == 0 && last == len(p.Defaults)-1:
			return line
		case first == last:
			line += " in Spark " + p.Defaults[first].Release
		default:
			line += " in Spark " + p.Defaults[first].Release + " to " + p.Defaults[last].Release
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func olderNames(k *catalog.Key) string {
	var lines []string
	for _, a := range k.Alternatives {
		line := a.Name
		if a.Since != "" {
			line += ", renamed in " + a.Since
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// changes says when a key can be changed.
func changes(k *catalog.Key) string {
	switch {
	case k.Runtime:
		return "at any time in a session (spark.conf.set)"
	case k.Static:
		return "never in a session: static"
	}
	return "only before the application starts"
}

func (p KeyPage) deprecated() string {
	d := p.Deprecation
	if d == nil {
		return ""
	}
	word := "deprecated"
	if d.Removed {
		word = "removed"
	}
	text := word + " in Spark " + d.Since
	if d.Replacement != "" && !strings.Contains(d.Message, d.Replacement) {
		text += ", use " + d.Replacement
	}
	if d.Message != "" {
		text += ": " + strings.Join(strings.Fields(d.Message), " ")
	}
	return text
}

// JSON writes the page as data.
func (p KeyPage) JSON(w io.Writer) error {
	page := keyPageDocument{Current: p.current(), Doc: p.text(), Rules: append([]string{}, p.Rules...), Facts: append([]string{}, p.Facts...), Defaults: []defaultDocument{}}
	if k := p.Key; k != nil {
		page.Type, page.Unit, page.Since, page.Module = string(k.Type), string(k.Unit), k.Since, k.Module
		page.Static, page.Runtime, page.Internal = &k.Static, &k.Runtime, &k.Internal
		page.Values, page.Check, page.Missing = k.Values, k.Check, p.Missing
		for _, a := range k.Alternatives {
			page.Alternatives = append(page.Alternatives, alternativeDocument{a.Name, a.Since})
		}
	} else if p.Family != nil {
		page.Family = p.Family.Pattern
	}
	for _, d := range p.Defaults {
		page.Defaults = append(page.Defaults, defaultDocument{d.Release, string(d.Default.Kind), d.Default.Text})
	}
	if d := p.Deprecation; d != nil {
		page.Deprecated = &deprecationDocument{d.Removed, d.Since, d.Replacement, d.Message}
	}
	r := newRedactor(p.Jobs)
	for _, j := range p.Jobs {
		page.Jobs = append(page.Jobs, valueDocument{j.Name, r.lookup(p.current(), j.Lookup(p.current()), nil)})
	}
	return encode(w, pageDocument{Version: documentVersion, Kind: "key", Name: p.Name, Key: &page})
}

type keyPageDocument struct {
	// Current is the name that Spark's newest releases use.
	Current      string                `json:"current"`
	Family       string                `json:"family,omitempty"`
	Type         string                `json:"type,omitempty"`
	Unit         string                `json:"unit,omitempty"`
	Defaults     []defaultDocument     `json:"defaults"`
	Values       []string              `json:"values,omitempty"`
	Check        string                `json:"check,omitempty"`
	Alternatives []alternativeDocument `json:"alternatives,omitempty"`
	Since        string                `json:"since,omitempty"`
	Module       string                `json:"module,omitempty"`
	Static       *bool                 `json:"static,omitempty"`
	Runtime      *bool                 `json:"runtime,omitempty"`
	Internal     *bool                 `json:"internal,omitempty"`
	Missing      []string              `json:"missing,omitempty"`
	Deprecated   *deprecationDocument  `json:"deprecated,omitempty"`
	Doc          string                `json:"doc,omitempty"`
	Rules        []string              `json:"rules"`
	Facts        []string              `json:"facts"`
	Jobs         []valueDocument       `json:"jobs,omitempty"`
}

type defaultDocument struct {
	Release string `json:"release"`
	Kind    string `json:"kind"`
	Text    string `json:"text,omitempty"`
}

type alternativeDocument struct {
	Name  string `json:"name"`
	Since string `json:"since,omitempty"`
}

type deprecationDocument struct {
	Removed     bool   `json:"removed"`
	Since       string `json:"since"`
	Replacement string `json:"replacement,omitempty"`
	Message     string `json:"message,omitempty"`
}

type valueDocument struct {
	Job string `json:"job"`
	lookupDocument
}
