package report

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/engine/policy"
)

// RulePage is the page of a rule: its metadata and its example.
type RulePage struct {
	Rule *engine.Rule
	// Example is the txtar archive beside the rule; nil when it has none.
	Example *txtar.Archive
}

// Text writes the page for people.
func (p RulePage) Text(w io.Writer, colored bool) error {
	r := p.Rule
	out := newPageWriter(w, newRedactor(nil), colored)
	out.title(r.ID, "rule, "+weight(r)+", since "+r.Since, r.Title)
	out.prose(r.Description)
	var params, cases, links []string
	for _, name := range paramNames(r) {
		params = append(params, fmt.Sprintf("%s = %v  (%s)", name, r.Params[name].Default, r.Params[name].Doc))
	}
	for _, c := range r.Cases {
		cases = append(cases, strings.TrimSpace(c.Name+"  "+c.Doc))
	}
	for _, link := range r.Links {
		links = append(links, strings.TrimSpace(link.Text+"  "+link.URL))
	}
	if r.Advice {
		out.prose("The rule is advice: it runs when it is selected, by its id or by --select advice.")
	}
	out.fields(
		"fix", strings.Join(strings.Fields(r.Fix), " "),
		"applies to", scope(&r.AppliesTo),
		"parameters", strings.Join(params, "\n"),
		"cases", strings.Join(cases, "\n"),
		"reads", strings.Join(reads(r), "\n"),
		"gives way to", strings.Join(r.YieldsTo, "\n"),
		"bundle", r.Bundle,
		"see", strings.Join(links, "\n"),
	)
	if p.Example != nil {
		out.example(p.Example)
	}
	return out.Flush()
}

// example shows what is wrong, what is said of it, and what it should be.
func (p *pageWriter) example(a *txtar.Archive) {
	e := exampleOf(a)
	fmt.Fprintf(p, "\n%s\n", p.palette.bold("example"))
	p.prose(e.introduction)
	after := "after"
	if e.fixed {
		after = "after the fix"
	}
	p.files("before", e.before)
	p.files("", []txtar.File{{Name: "the report", Data: []byte(e.report)}})
	p.files(after, e.after)
}

func (p *pageWriter) files(label string, files []txtar.File) {
	for _, file := range files {
		name := file.Name
		if label != "" {
			name = label + ": " + name
		}
		fmt.Fprintf(p, "\n  %s\n", p.palette.dim(name))
		for line := range strings.SplitSeq(strings.TrimRight(string(file.Data), "\n"), "\n") {
			fmt.Fprintln(p, strings.TrimRight("    "+line, " "))
		}
	}
}

// scope says in a line for which jobs a rule has a meaning.
func scope(a *policy.AppliesTo) string {
	var parts []string
	add := func(label string, values []string) {
		if len(values) > 0 {
			parts = append(parts, label+" "+strings.Join(values, ", "))
		}
	}
	add("cluster managers", a.ClusterManagers)
	add("deploy modes", a.DeployModes)
	add("kinds", a.Kinds)
	add("languages", a.Languages)
	add("workloads", a.Workloads)
	add("platforms", a.Platforms)
	add("resources", a.Resources)
	add("layers", a.Layers)
	if a.Spark.Since != "" {
		parts = append(parts, "Spark "+a.Spark.Since+" and newer")
	}
	if a.Spark.Until != "" {
		parts = append(parts, "Spark before "+a.Spark.Until)
	}
	if a.Profile {
		parts = append(parts, "jobs with a profile")
	}
	if a.Complete {
		parts = append(parts, "complete jobs, not fragments")
	}
	if parts == nil {
		return "every job"
	}
	return strings.Join(parts, "; ")
}

// JSON writes the page as data.
func (p RulePage) JSON(w io.Writer) error {
	r := p.Rule
	page := rulePageDocument{
		ruleDocument: describe(r), Description: r.Description, Fix: r.Fix, YieldsTo: append([]string{}, r.YieldsTo...), Links: append([]policy.Link{}, r.Links...),
	}
	if p.Example != nil {
		page.Example = &exampleDocument{Introduction: strings.TrimSpace(string(p.Example.Comment)), Files: []fileDocument{}}
		for _, file := range p.Example.Files {
			page.Example.Files = append(page.Example.Files, fileDocument{file.Name, string(file.Data)})
		}
	}
	return encode(w, pageDocument{Version: documentVersion, Kind: "rule", Name: r.ID, Rule: &page})
}

// pageDocument is one page; the field that Kind names holds it.
type pageDocument struct {
	Version int               `json:"version"`
	Kind    string            `json:"kind"`
	Name    string            `json:"name"`
	Rule    *rulePageDocument `json:"rule,omitempty"`
	Fact    *factPageDocument `json:"fact,omitempty"`
	Key     *keyPageDocument  `json:"key,omitempty"`
}

type rulePageDocument struct {
	ruleDocument
	Description string           `json:"description"`
	Fix         string           `json:"fix"`
	YieldsTo    []string         `json:"yields_to"`
	Links       []policy.Link    `json:"links"`
	Example     *exampleDocument `json:"example,omitempty"`
}

type exampleDocument struct {
	Introduction string         `json:"introduction"`
	Files        []fileDocument `json:"files"`
}

type fileDocument struct {
	Name string `json:"name"`
	Text string `json:"text"`
}
