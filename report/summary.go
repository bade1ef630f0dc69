package report

import (
	"fmt"
	"strings"

	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/facts"
	"github.com/sparkvet/sparkvet/source"
)

// summary is the last line of a report: what was looked at, what was found, and
// what could not be decided.
func summary(r *engine.Report, o Options) string {
	text := fmt.Sprintf("%s, %s, %s: %s", count(r.Files, "file"), count(len(r.Jobs), "job"), count(r.Counts.Loaded, "rule"), found(r)+fixable(r))
	hidden := 0
	for _, f := range r.Findings {
		if f.Severity < o.MinSeverity {
			hidden++
		}
	}
	if hidden > 0 {
		text += fmt.Sprintf(" (%d below %s not shown)", hidden, o.MinSeverity)
	}
	if n := undecidedRules(r); n > 0 {
		text += fmt.Sprintf("; %s undecided in %s", count(n, "rule"), count(r.Counts.UndecidedJobs, "job"))
		if !o.Verbose {
			text += ", see -v"
		}
	}
	if r.PassedOver > 0 && o.Verbose {
		text += fmt.Sprintf("; %s passed over", count(r.PassedOver, "text"))
	}
	if n := len(r.Errored); n > 0 {
		text += fmt.Sprintf("; %s, the result is not complete", count(n, "rule error"))
	}
	return text
}

// found counts the findings, gravest first.
func found(r *engine.Report) string {
	var parts []string
	for s := source.Error; s >= source.Info; s-- {
		n := r.Count(s)
		switch {
		case n == 0:
		case s == source.Info:
			parts = append(parts, fmt.Sprintf("%d info", n))
		default:
			parts = append(parts, count(n, s.String()))
		}
	}
	if parts == nil {
		return "nothing found"
	}
	return strings.Join(parts, ", ")
}

// undecidedRules counts the rules, not how often, that could not be decided.
func undecidedRules(r *engine.Report) int {
	seen := map[string]bool{}
	for _, u := range r.Undecided {
		seen[u.Rule.ID] = true
	}
	return len(seen)
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// because says what a fact is, and from which numbers it follows.
func because(f *facts.Fact) string {
	value, with := f.Value.String(), f.WithNumbers()
	text := f.Definition.Name + " = " + value
	if with != "" && with != value {
		text += " = " + with
	}
	return text
}
