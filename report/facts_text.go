package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/facts"
)

// FactsOptions of FactsText. The zero value is plain text without pictures.
type FactsOptions struct {
	Color bool
	// Bar draws how an executor's container divides.
	Bar bool
	// Width of the terminal in columns, for the bar.
	Width int
	// Verbose names the settings behind every fact.
	Verbose bool
}

// FactsText writes each job as Spark would run it, for people: its settings
// with what they beat, what Spark drops, and every fact with its derivation.
func FactsText(w io.Writer, jobs []*conf.Job, o FactsOptions) error {
	b := bufio.NewWriter(w)
	t := &factsReport{textReport: textReport{Writer: b, redactor: newRedactor(jobs), palette: newPalette(o.Color)}, options: o}
	for i, j := range jobs {
		if i > 0 {
			fmt.Fprintln(t)
		}
		t.job(j)
	}
	return b.Flush()
}

type factsReport struct {
	textReport
	options FactsOptions
}

func (t *factsReport) job(j *conf.Job) {
	fmt.Fprintf(t, "%s %s\n", t.palette.bold(clean(j.At.Root().String())+":"), t.palette.bold(clean(j.Name)))
	fmt.Fprintf(t, "  %s\n", t.nature(j))
	t.profile(j)
	t.settings(j)
	set := facts.Of(j)
	if t.options.Bar {
		t.bar(set)
	}
	t.facts(j, set)
}

// nature says in a line what the job is.
func (t *factsReport) nature(j *conf.Job) string {
	parts := []string{j.Kind}
	switch {
	case j.Manager != "" && j.DeployMode != "":
		parts = append(parts, string(j.Manager)+" in "+string(j.DeployMode)+" mode")
	case j.Manager != "":
		parts = append(parts, string(j.Manager))
	default:
		parts = append(parts, "cluster manager unknown: "+string(j.ManagerReason))
	}
	if j.SparkVersion != "" {
		parts = append(parts, "Spark "+j.SparkVersion)
	} else {
		parts = append(parts, "Spark version unknown")
	}
	if file := j.Application.File; file.Raw != "" && file.Unknown == "" {
		parts = append(parts, file.Raw)
	}
	if !j.Complete {
		parts = append(parts, "a fragment: other settings may come from elsewhere")
	}
	if j.Unseen != "" {
		parts = append(parts, "further settings cannot be seen: "+string(j.Unseen))
	}
	return clean(short(t.redactor.text(strings.Join(parts, ", ")), messageLimit))
}

// profile writes what the job's profile says.
func (t *factsReport) profile(j *conf.Job) {
	var rows [][]string
	for _, said := range j.Profile.Said() {
		rows = append(rows, []string{said.Name, t.said(said.ProfileValue), t.whence(said.ProfileValue)})
	}
	t.section("profile", rows)
}

// said is a value of the profile, as it was written.
func (t *factsReport) said(v conf.ProfileValue) string {
	if v.Unknown != "" {
		return "?"
	}
	return t.redactor.text(v.Raw)
}

// whence is where a value of the profile stands, and what it follows from or
// why it is not known.
func (t *factsReport) whence(v conf.ProfileValue) string {
	text := v.At.Root().String()
	switch {
	case v.Unknown != "":
		return text + ": " + t.redactor.text(string(v.Unknown))
	case v.Origin != "":
		return text + " (" + v.Origin + ")"
	}
	return text
}

// settings writes what the layers wrote, in three sections.
func (t *factsReport) settings(j *conf.Job) {
	var effective, dropped, unknown [][]string
	for _, name := range j.Written() {
		s := j.Setting(name)
		for i := range s.Stack {
			if a := &s.Stack[i]; a.Dropped != "" {
				dropped = append(dropped, []string{name, t.assigned(a), t.origin(a) + ": " + a.Dropped})
			}
		}
		a := s.Effective()
		switch {
		case a == nil:
		case a.Value.Unknown != "":
			unknown = append(unknown, []string{name, t.origin(a) + ": " + t.redactor.text(string(a.Value.Unknown))})
		case a.Value.Invalid != "":
			effective = append(effective, []string{name, t.assigned(a), a.LayerName(), t.beaten(s) + "; Spark refuses it: " + t.redactor.about(s, a.Value.Invalid)})
		default:
			effective = append(effective, []string{name, t.assigned(a), a.LayerName(), t.beaten(s)})
		}
	}
	t.section("settings", effective)
	t.section("dropped by Spark", dropped)
	t.section("unknown", unknown)
}

// section writes a heading and rows in columns.
func (t *factsReport) section(title string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(t, "\n  %s\n", t.palette.bold(title))
	t.rows("    ", rows)
}

// columnLimit is the widest a column is padded to; longer cells stand out.
const columnLimit = 48

// rows writes cells in columns.
func (t *factsReport) rows(indent string, rows [][]string) {
	for _, line := range aligned(rows) {
		fmt.Fprintln(t, indent+line)
	}
}

// aligned joins the cells of each row so that columns begin where the widest
// cell before them ends.
func aligned(rows [][]string) []string {
	var widest []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widest) {
				widest = append(widest, 0)
			}
			if n := width(cell); n <= columnLimit {
				widest[i] = max(widest[i], n)
			}
		}
	}
	lines := make([]string, 0, len(rows))
	for _, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			b.WriteString(clean(cell))
			if i < len(row)-1 {
				b.WriteString(strings.Repeat(" ", max(0, widest[i]-width(cell))+2))
			}
		}
		lines = append(lines, strings.TrimRight(b.String(), " "))
	}
	return lines
}

// origin is where an assignment stands and how it is spelled there.
func (t *factsReport) origin(a *conf.Assignment) string {
	text := placeOf(a).String()
	if a.Spelling != "" && a.Spelling != a.Key {
		text += " (" + a.Spelling + ")"
	}
	return text
}

// beaten is where a setting's value stands and what it won over.
func (t *factsReport) beaten(s *conf.Setting) string {
	text := t.origin(s.Effective())
	lost := s.Overridden()
	for i := range lost {
		if i == overLimit {
			return text + fmt.Sprintf(" and %d more", len(lost)-i)
		}
		word := ", over "
		if i > 0 {
			word = ", "
		}
		text += word + placeOf(&lost[i]).String() + " (" + t.assigned(&lost[i]) + ")"
	}
	return text
}

// facts writes every known fact with its derivation, then why the others are
// not known.
func (t *factsReport) facts(j *conf.Job, set *facts.Set) {
	fmt.Fprintf(t, "\n  %s\n", t.palette.bold("facts"))
	var undecided [][]string
	for _, f := range set.All() {
		switch f.State {
		case facts.Known:
			t.derivation("    ", j, f, t.options.Verbose)
		case facts.Undecided:
			undecided = append(undecided, []string{f.Definition.Name, t.redactor.text(string(f.Reason))})
		}
	}
	t.section("undecided facts", undecided)
}

// derivation writes a known fact: its value, its formula, the formula with its
// numbers, and the settings they come from.
func (t *factsReport) derivation(indent string, j *conf.Job, f *facts.Fact, uses bool) {
	value := clean(short(t.redactor.text(f.Value.String()), messageLimit))
	fmt.Fprintf(t, "%s%s = %s%s\n", indent, f.Definition.Name, t.palette.bold(cmp.Or(value, "(none)")), t.palette.dim(shownUnit(f.Definition)))
	formula, with := clean(short(t.redactor.text(f.Formula()), messageLimit)), clean(short(t.redactor.text(f.WithNumbers()), messageLimit))
	if formula != value {
		fmt.Fprintf(t, "%s  = %s\n", indent, formula)
	}
	if with != value && with != formula {
		fmt.Fprintf(t, "%s  = %s\n", indent, with)
	}
	if !uses {
		return
	}
	var rows [][]string
	for _, use := range f.Uses {
		rows = append(rows, t.use(j, use))
	}
	t.rows(indent+"    ", rows)
}

// shownUnit is a fact's unit behind its value, where the name and the number
// leave a doubt.
func shownUnit(d *facts.Definition) string {
	switch d.Unit {
	case facts.None, facts.Count, facts.Ratio, facts.Cores:
		return ""
	}
	return " " + d.Unit
}

// use is a row that tells a setting's value and where it comes from.
func (t *factsReport) use(j *conf.Job, use facts.Use) []string {
	l := use.Lookup
	if use.Profile != nil {
		return []string{use.Key, t.said(*use.Profile), t.whence(*use.Profile)}
	}
	if l.Setting != nil {
		a := l.Setting.Effective()
		return []string{use.Key, t.assigned(a), t.beaten(l.Setting)}
	}
	switch l.State {
	case conf.Defaulted:
		return []string{use.Key, l.Value.Raw, defaultOf(j)}
	case conf.Unknown:
		return []string{use.Key, "?", t.redactor.text(string(l.Value.Unknown))}
	}
	return []string{use.Key, "-", "not set"}
}

// defaultOf names whose default a value is.
func defaultOf(j *conf.Job) string {
	if j.Catalog.Release == "" {
		return "Spark's default"
	}
	return "Spark " + j.Catalog.Release + "'s default"
}
