package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/source"
)

const (
	// messageLimit, valueLimit and overLimit keep one finding on a screen, in
	// characters and lines; JSON has all of it.
	messageLimit = 1000
	valueLimit   = 80
	overLimit    = 5
)

// Text writes a report for people.
func Text(w io.Writer, r *engine.Report, o Options) error {
	b := bufio.NewWriter(w)
	t := &textReport{Writer: b, redactor: newRedactor(r.Jobs, r.Findings...), palette: newPalette(o.Color)}
	for _, f := range shown(r, o) {
		t.finding(f.Finding)
	}
	for i := range r.Errored {
		t.errored(&r.Errored[i])
	}
	t.notices(r, o)
	if o.Verbose {
		t.undecided(r)
	}
	if !o.Quiet {
		fmt.Fprintln(t, summary(r, o))
	}
	return b.Flush()
}

// textReport is where the parts of the text format are written.
type textReport struct {
	io.Writer
	redactor *redactor
	palette  palette
}

// finding writes one finding: the place, the line, and why.
func (t *textReport) finding(f *engine.Finding) {
	paint := t.palette.severity(f.Severity)
	message := clean(short(t.redactor.about(f.Setting, f.Message), messageLimit))
	fmt.Fprintf(t, "%s %s %s %s\n", t.palette.bold(clean(f.At.String())+":"), paint(f.Severity.String()+":"), message, t.palette.dim("["+f.ID()+"]"))
	t.snippet(f.At, paint)
	for _, fact := range f.Because {
		fmt.Fprintf(t, "  because %s\n", clean(short(t.redactor.text(because(fact)), messageLimit)))
	}
	t.over(f)
	for _, n := range f.Notes {
		fmt.Fprintf(t, "  see %s: %s\n", clean(n.At.Root().String()), clean(short(t.redactor.text(n.Text), messageLimit)))
	}
	t.fix(f)
}

// snippet draws the line under a span, and carets under the span.
func (t *textReport) snippet(at source.Span, paint painter) {
	s, ok := t.redactor.snippet(at)
	if !ok {
		return
	}
	number := fmt.Sprintf("%3d", s.Line)
	fmt.Fprintf(t, "%s %s\n", t.palette.dim(number+" |"), strings.TrimRight(s.Text, " "))
	fmt.Fprintf(t, "%s %s%s\n", t.palette.dim(strings.Repeat(" ", len(number))+" |"), strings.Repeat(" ", s.From), paint(strings.Repeat("^", s.To-s.From)))
}

// over names the values that lost to the one the finding is about.
func (t *textReport) over(f *engine.Finding) {
	lost := overridden(f)
	for i := range lost {
		if i == overLimit {
			fmt.Fprintf(t, "  over %d more\n", len(lost)-i)
			break
		}
		a := &lost[i]
		fmt.Fprintf(t, "  over %s (%s)\n", clean(placeOf(a).String()), t.assigned(a))
	}
}

// assigned is the text of an assignment's value as it is shown.
func (t *textReport) assigned(a *conf.Assignment) string {
	if a.Value.Unknown != "" {
		return clean(short(t.redactor.text(string(a.Value.Unknown)), valueLimit))
	}
	return clean(short(t.redactor.value(a.Key, a.Value.Raw), valueLimit))
}

func (t *textReport) errored(e *engine.RuleError) {
	fmt.Fprintf(t, "%s %s %s\n", t.palette.bold(clean(e.Job.At.Root().String())+":"), t.palette.bad("rule errored:"), clean(short(t.redactor.text(e.Err.Error()), messageLimit)))
}

// notices writes what loaders noticed; what is mere information only when
// asked for.
func (t *textReport) notices(r *engine.Report, o Options) {
	if o.Quiet {
		return
	}
	for _, d := range r.Notices {
		if d.Severity == source.Info && !o.Verbose {
			continue
		}
		text := d.Summary
		if d.Detail != "" {
			text += "; " + d.Detail
		}
		fmt.Fprintf(t, "%s %s %s %s\n", t.palette.bold(clean(d.At.Root().String())+":"), t.palette.dim("note:"),
			clean(short(t.redactor.text(text), messageLimit)), t.palette.dim("["+d.Code+"]"))
	}
}

// undecided lists the rules that could not be decided, and what would have to
// be known.
func (t *textReport) undecided(r *engine.Report) {
	for _, u := range r.Undecided {
		fmt.Fprintf(t, "%s %s %s\n", t.palette.bold(clean(u.Job.At.Root().String())+":"), t.palette.dim("undecided:"), u.Rule.ID)
		reasons := u.Decisive()
		for _, reason := range reasons[:min(len(reasons), fewReasons)] {
			fmt.Fprintf(t, "  because %s\n", clean(short(t.redactor.text(reason), messageLimit)))
		}
		if more := len(reasons) - fewReasons; more > 0 {
			fmt.Fprintf(t, "  because of %d more\n", more)
		}
	}
}

// fewReasons is how many reasons are listed for a rule.
const fewReasons = 8

// overridden returns the values that lost to a finding's; none when the finding
// is itself about one that lost.
func overridden(f *engine.Finding) []conf.Assignment {
	if f.Setting == nil || f.Assignment == nil || f.Assignment != f.Setting.Effective() {
		return nil
	}
	return f.Setting.Overridden()
}

// placeOf is where an assignment's value stands, or its key when the value is
// empty.
func placeOf(a *conf.Assignment) source.Span {
	if at := a.ValueAt.Root(); at.Len() > 0 {
		return at
	}
	return a.KeyAt.Root()
}

// DiagnosticsText writes what loaders could not read, one line each, for
// commands that report no findings. What is mere information is left out.
func DiagnosticsText(w io.Writer, diagnostics []source.Diagnostic, jobs []*conf.Job, colored bool) error {
	if len(diagnostics) == 0 {
		return nil
	}
	b := bufio.NewWriter(w)
	r, p := newRedactor(jobs), newPalette(colored)
	for _, d := range diagnostics {
		if d.Severity == source.Info {
			continue
		}
		paint := p.severity(d.Severity)
		fmt.Fprintf(b, "%s %s %s %s\n", p.bold(clean(d.At.Root().String())+":"), paint(d.Severity.String()+":"),
			clean(short(r.text(d.Summary), messageLimit)), p.dim("["+d.Code+"]"))
	}
	return b.Flush()
}
