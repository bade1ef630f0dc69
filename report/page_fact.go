package report

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/facts"
)

// FactPage is the page of a fact and, with jobs, its derivation in each.
type FactPage struct {
	Definition *facts.Definition
	Jobs       []*conf.Job
	// Rules are the ids of the rules that read the fact.
	Rules []string
}

// nameInFormula finds the settings and facts that a formula names.
var nameInFormula = regexp.MustCompile(`[a-z][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)+`)

// FactKeys returns the settings that a fact's formula names, and those of the
// facts it names, sorted.
func FactKeys(d *facts.Definition) []string {
	seen := map[string]bool{}
	var keys []string
	var visit func(*facts.Definition)
	visit = func(d *facts.Definition) {
		for _, name := range nameInFormula.FindAllString(d.Formula(), -1) {
			if seen[name] {
				continue
			}
			seen[name] = true
			if other := facts.Lookup(name); other != nil {
				visit(other)
			} else if strings.HasPrefix(name, "spark.") {
				keys = append(keys, name)
			}
		}
	}
	visit(d)
	slices.Sort(keys)
	return keys
}

// Text writes the page for people.
func (p FactPage) Text(w io.Writer, colored bool) error {
	d := p.Definition
	out := newPageWriter(w, newRedactor(p.Jobs), colored)
	out.title(d.Name, "fact", "")
	out.prose(d.Doc)
	out.fields(
		"formula", d.Formula(),
		"unit", d.Unit,
		"type", string(d.Kind),
		"applies to", d.Applies.String(),
		"source", d.Source,
		"rules", strings.Join(p.Rules, "\n"),
	)
	for _, j := range p.Jobs {
		f := facts.Of(j).Get(d.Name)
		fmt.Fprintf(out, "\n%s %s\n", out.palette.bold(clean(j.At.Root().String())+":"), clean(j.Name))
		if f.State == facts.Known {
			out.derivation("  ", j, f, true)
			continue
		}
		fmt.Fprintf(out, "  %s is %s: %s\n", d.Name, f.State, clean(out.redactor.text(string(f.Reason))))
	}
	return out.Flush()
}

// JSON writes the page as data.
func (p FactPage) JSON(w io.Writer) error {
	d := p.Definition
	r := newRedactor(p.Jobs)
	page := factPageDocument{
		Unit: d.Unit, Type: string(d.Kind), Doc: d.Doc, Source: d.Source, Formula: d.Formula(), AppliesTo: d.Applies.String(),
		Keys: append([]string{}, FactKeys(d)...), Rules: append([]string{}, p.Rules...),
	}
	for _, j := range p.Jobs {
		page.Jobs = append(page.Jobs, r.derivation(j, facts.Of(j).Get(d.Name)))
	}
	return encode(w, pageDocument{Version: documentVersion, Kind: "fact", Name: d.Name, Fact: &page})
}

func (r *redactor) derivation(j *conf.Job, f *facts.Fact) derivationDocument {
	d := derivationDocument{Job: j.Name, place: beginning(placeAt(j.At.Root())), State: string(f.State), Reason: r.text(string(f.Reason)), Uses: []lookupDocument{}}
	if f.State == facts.Known {
		fact := r.fact(f)
		d.factDocument = &fact
	}
	for _, use := range f.Uses {
		d.Uses = append(d.Uses, r.lookup(use.Key, use.Lookup, use.Profile))
	}
	return d
}

// lookup tells the value that Spark uses for a key, or that the profile has, and
// where it comes from.
func (r *redactor) lookup(key string, l conf.Lookup, profile *conf.ProfileValue) lookupDocument {
	d := lookupDocument{Key: key, State: string(l.State), Reason: r.text(string(l.Value.Unknown)), Overrides: []overrideDocument{}}
	if l.State != conf.Unknown && l.State != conf.Absent {
		text := l.Value.Raw
		if l.Setting != nil {
			text = r.value(key, text)
		}
		d.Value = &text
	}
	if profile != nil {
		d.Layer, d.Spelling, d.place = "profile", profile.Origin, beginning(placeAt(profile.At.Root()))
	}
	if l.Setting != nil {
		a := l.Setting.Effective()
		d.Layer, d.Spelling, d.place = a.LayerName(), a.Spelling, beginning(placeAt(placeOf(a)))
		d.Overrides = r.overrides(l.Setting.Overridden())
	}
	return d
}

type factPageDocument struct {
	Unit      string               `json:"unit,omitempty"`
	Type      string               `json:"type"`
	Doc       string               `json:"doc"`
	Source    string               `json:"source,omitempty"`
	Formula   string               `json:"formula"`
	AppliesTo string               `json:"applies_to,omitempty"`
	Keys      []string             `json:"keys"`
	Rules     []string             `json:"rules"`
	Jobs      []derivationDocument `json:"jobs,omitempty"`
}

type derivationDocument struct {
	Job string `json:"job"`
	*place
	State  string `json:"state"`
	Reason string `json:"reason,omitempty"`
	*factDocument
	Uses []lookupDocument `json:"uses"`
}

type lookupDocument struct {
	Key      string  `json:"key"`
	State    string  `json:"state"`
	Value    *string `json:"value,omitempty"`
	Reason   string  `json:"reason,omitempty"`
	Layer    string  `json:"layer,omitempty"`
	Spelling string  `json:"spelling,omitempty"`
	*place
	Overrides []overrideDocument `json:"overrides"`
}
