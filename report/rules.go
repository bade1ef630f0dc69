package report

import (
	"bufio"
	"fmt"
	"io"
	"sort"
	"strings"

	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/engine/policy"
)

// RulesText lists rules for people: one line each.
func RulesText(w io.Writer, rules []*engine.Rule, colored bool) error {
	b := bufio.NewWriter(w)
	t := &factsReport{textReport: textReport{Writer: b, redactor: newRedactor(nil), palette: newPalette(colored)}}
	rows := [][]string{{"ID", "SEVERITY", "FIXABLE", "TITLE", "PARAMS"}}
	for _, r := range rules {
		rows = append(rows, []string{r.ID, weight(r), yes(r.Fixable), r.Title, shownParams(r)})
	}
	t.rows("", rows)
	return b.Flush()
}

// weight is a rule's severity, or that it is advice, which has to be asked for.
func weight(r *engine.Rule) string {
	if r.Advice {
		return "advice"
	}
	return r.Severity.String()
}

// RulesJSON lists rules for programs.
func RulesJSON(w io.Writer, rules []*engine.Rule) error {
	document := rulesDocument{Version: documentVersion, Rules: []ruleDocument{}}
	for _, r := range rules {
		document.Rules = append(document.Rules, describe(r))
	}
	return encode(w, document)
}

type rulesDocument struct {
	Version int            `json:"version"`
	Rules   []ruleDocument `json:"rules"`
}

type ruleDocument struct {
	ID       string `json:"id"`
	Severity string `json:"severity"`
	// Advice: the rule runs only when it is selected.
	Advice    bool                    `json:"advice"`
	Category  string                  `json:"category"`
	Title     string                  `json:"title"`
	Fixable   bool                    `json:"fixable"`
	Cases     []policy.Case           `json:"cases,omitempty"`
	Params    map[string]policy.Param `json:"params"`
	AppliesTo policy.AppliesTo        `json:"applies_to"`
	// Reads are Spark keys, facts, and the other parts of the input document
	// with "input." in front.
	Reads  []string `json:"reads"`
	Since  string   `json:"since"`
	Bundle string   `json:"bundle"`
}

func describe(r *engine.Rule) ruleDocument {
	d := ruleDocument{
		ID: r.ID, Severity: r.Severity.String(), Advice: r.Advice, Category: r.Category(), Title: r.Title, Fixable: r.Fixable, Cases: r.Cases,
		Params: r.Params, AppliesTo: r.AppliesTo, Reads: reads(r), Since: r.Since, Bundle: r.Bundle,
	}
	if d.Params == nil {
		d.Params = map[string]policy.Param{}
	}
	return d
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// reads names what a rule's answer depends on, sorted.
func reads(r *engine.Rule) []string {
	seen := map[string]bool{}
	names := []string{}
	add := func(name string) {
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	for _, read := range r.Reads {
		switch {
		case len(read) == 3 && read[0] == "facts":
			add(read[1] + "." + read[2])
		case len(read) == 2 && strings.HasPrefix(read[1], "spark."):
			add(read[1])
		default:
			add(read.String())
		}
	}
	sort.Strings(names)
	return names
}

// shownParams is a rule's parameters in a line: "maximum = 5".
func shownParams(r *engine.Rule) string {
	var parts []string
	for _, name := range paramNames(r) {
		parts = append(parts, fmt.Sprintf("%s = %v", name, r.Params[name].Default))
	}
	return strings.Join(parts, ", ")
}

func paramNames(r *engine.Rule) []string {
	names := make([]string, 0, len(r.Params))
	for name := range r.Params {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}
