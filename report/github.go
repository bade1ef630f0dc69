package report

import (
	"bufio"
	"fmt"
	"io"
	"sort"
	"strings"

	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/source"
)

// commands are the annotations of GitHub Actions by severity.
var commands = [...]string{source.Info: "notice", source.Warning: "warning", source.Error: "error"}

// dataEscapes and propertyEscapes are what the runner decodes again.
var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// GitHub writes annotations for GitHub Actions, gravest first, because of each
// step only the first ten of a kind are shown.
func GitHub(w io.Writer, r *engine.Report, o Options) error {
	b := bufio.NewWriter(w)
	redact := newRedactor(r.Jobs, r.Findings...)
	var columns columnCounter
	for _, e := range r.Errored {
		annotate(b, "error", []string{"title=" + propertyEscapes.Replace(e.Rule.ID)}, "rule error: "+redact.text(e.Err.Error()))
	}
	findings := shown(r, o)
	sort.SliceStable(findings, func(i, j int) bool { return findings[i].Severity > findings[j].Severity })
	for _, f := range findings {
		lines := []string{redact.about(f.Setting, f.Message)}
		for _, fact := range f.Because {
			lines = append(lines, "because "+redact.text(because(fact)))
		}
		if f.Advice != "" {
			lines = append(lines, "fix: "+redact.about(f.Setting, f.Advice))
		}
		annotate(b, commands[f.Severity], properties(f, &columns), lines...)
	}
	fmt.Fprintln(b, summary(r, o))
	return b.Flush()
}

// properties say where an annotation stands. The runner ignores columns unless
// the region lies on one line.
func properties(f identified, columns *columnCounter) []string {
	title := "title=" + propertyEscapes.Replace(f.ID())
	if f.At.IsZero() {
		return []string{title}
	}
	line, from, to := columns.line(f.At)
	return []string{
		"file=" + propertyEscapes.Replace(f.At.Source.Name),
		fmt.Sprintf("line=%d", line), fmt.Sprintf("endLine=%d", line), fmt.Sprintf("col=%d", from), fmt.Sprintf("endColumn=%d", to),
		title,
	}
}

func annotate(w io.Writer, command string, properties []string, lines ...string) {
	for i := range lines {
		lines[i] = clean(short(lines[i], messageLimit))
	}
	fmt.Fprintf(w, "::%s %s::%s\n", command, strings.Join(properties, ","), dataEscapes.Replace(strings.Join(lines, "\n")))
}
