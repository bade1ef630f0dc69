package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/tools/txtar"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/catalog"
	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/facts"
	"github.com/sparkvet/sparkvet/report"
)

const explainHelp = `Explain shows the page of a rule, a fact or a Spark setting. With a PATH it also shows what a fact or a setting is in
the jobs found there, and how it comes about.`

const explainExamples = `  sparkvet explain memory/overhead_too_small
  sparkvet explain executor.container_mib jobs/daily.sh
  sparkvet explain spark.sql.shuffle.partitions`

func newExplain() *cobra.Command {
	e := &explainer{}
	c := &cobra.Command{
		Use: "explain NAME [PATH…]", Short: "Explain a rule, a fact or a Spark setting", Long: explainHelp, Example: explainExamples,
		Args: needs("the NAME of a rule, a fact or a Spark setting"),
		RunE: func(c *cobra.Command, args []string) error { return e.run(c, args[0], args[1:]) },
	}
	e.inputs.register(c)
	e.bundles.register(c)
	e.outputs.register(c, "text", "json")
	return c
}

type explainer struct {
	inputs  inputs
	bundles bundles
	outputs outputs
}

func (e *explainer) run(c *cobra.Command, name string, paths []string) error {
	rules, err := e.bundles.rules()
	if err != nil {
		return err
	}
	jobs, err := e.jobs(c, paths)
	if err != nil {
		return err
	}
	page, err := e.page(c, name, rules, jobs)
	if err != nil {
		return err
	}
	return e.outputs.write(c, func(w io.Writer, format string, s screen) error {
		if format == "json" {
			return page.JSON(w)
		}
		return page.Text(w, s.color)
	})
}

// jobs loads the jobs in which a name is explained; none without a path.
func (e *explainer) jobs(c *cobra.Command, paths []string) ([]*conf.Job, error) {
	if len(paths) == 0 {
		return nil, nil
	}
	loaded, err := e.inputs.load(c, paths)
	if err != nil {
		return nil, err
	}
	return loaded.Jobs, e.inputs.found(loaded, paths)
}

// page finds what a name stands for.
func (e *explainer) page(c *cobra.Command, name string, rules []*engine.Rule, jobs []*conf.Job) (report.Page, error) {
	for _, r := range rules {
		if r.ID != name {
			continue
		}
		if jobs != nil {
			return nil, unusable(c, "a rule is explained without a PATH; sparkvet check --select %s PATH shows what it finds", name)
		}
		return report.RulePage{Rule: r, Example: e.example(r)}, nil
	}
	if d := facts.Lookup(name); d != nil {
		return report.FactPage{Definition: d, Jobs: jobs, Rules: readers(rules, func(r *engine.Rule) []string { return r.Facts() }, name)}, nil
	}
	return keyPage(name, rules, jobs)
}

// keyPage finds what a name stands for among Spark's keys.
func keyPage(name string, rules []*engine.Rule, jobs []*conf.Job) (report.Page, error) {
	known, err := catalog.Open("")
	if err != nil {
		return nil, err
	}
	page := report.KeyPage{Name: name, Family: catalog.FamilyOf(name), Deprecation: known.Deprecation(name), Jobs: jobs}
	key, _ := known.Resolve(name)
	if key == nil && page.Family == nil && page.Deprecation == nil {
		return nil, fmt.Errorf("%q is no rule, no fact and no Spark setting%s", name, suggestion(name, names(rules, known)))
	}
	current := name
	if key != nil {
		current = key.Name
		page.Missing = key.Missing
		page.Doc, page.Defaults = catalog.Doc("", current), catalog.Defaults(current)
		newest, err := catalog.Open(page.Defaults[len(page.Defaults)-1].Release)
		if err != nil {
			return nil, err
		}
		page.Key = newest.Key(current)
	}
	page.Rules = readers(rules, func(r *engine.Rule) []string { return r.Keys() }, current)
	for _, d := range facts.Table() {
		if slices.Contains(report.FactKeys(&d), current) {
			page.Facts = append(page.Facts, d.Name)
		}
	}
	return page, nil
}

// example reads the archive beside a rule; nil when there is none.
func (e *explainer) example(r *engine.Rule) *txtar.Archive {
	if r.File == "" {
		return nil
	}
	text := e.bundles.file(r.Bundle, strings.TrimSuffix(r.File, ".rego")+".txtar")
	if text == nil {
		return nil
	}
	return txtar.Parse(text)
}

// readers returns the ids of the rules that read a name.
func readers(rules []*engine.Rule, reads func(*engine.Rule) []string, name string) []string {
	var ids []string
	for _, r := range rules {
		if slices.Contains(reads(r), name) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// names returns everything that can be explained.
func names(rules []*engine.Rule, known *catalog.Catalog) []string {
	var list []string
	for _, r := range rules {
		list = append(list, r.ID)
	}
	for _, d := range facts.Table() {
		list = append(list, d.Name)
	}
	for k := range known.Keys() {
		list = append(list, k.Name)
	}
	return list
}
