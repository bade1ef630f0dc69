package policy

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sort"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/sparkvet/sparkvet/source"
)

// Rule is what is known of a rule without running it: its METADATA, and what
// its code shows.
type Rule struct {
	// ID is the package path below the bundle's root: "memory/overhead_too_small";
	// an organisation's rule carries its bundle's name in front.
	ID string
	// Title is a line that names the problem.
	Title string
	// Description says why it matters.
	Description string
	Severity    source.Severity
	// Since is the sparkvet version that introduced the rule.
	Since     string
	AppliesTo AppliesTo
	// Params by name.
	Params map[string]Param
	// Fix says how to put it right.
	Fix   string
	Links []Link
	// YieldsTo are rules whose finding on the same job explains this one's
	// away, so that one root cause is reported once.
	YieldsTo []string
	// Fixable: some of the rule's answers mend the configuration.
	Fixable bool
	// Advice restates what is widely recommended, without a number from the job
	// that shows the harm; it is given only when selected.
	Advice bool
	// Cases are the rows of a rule that gathers many; none for most rules.
	Cases []Case
	// Reads are the parts of the input document the rule's answer depends on.
	Reads []Read
	// Bundle is the name of the bundle the rule came with; empty for built-in.
	Bundle string
	// File is the path of the rule's text within its bundle.
	File string

	trusted     bool            // see Module
	shownName   string          // of its file, in errors
	packagePath string          // "data.policies.memory.overhead_too_small"
	packages    map[string]bool // its own and those it uses, however indirectly
}

// Category is the first part of the id.
func (r *Rule) Category() string {
	category, _, _ := strings.Cut(r.ID, "/")
	return category
}

// Keys returns the Spark keys the rule reads by name, sorted.
func (r *Rule) Keys() []string { return r.named(2, "conf", "unset", "written", "raw", "unknown") }

// Facts returns the facts the rule reads by name, sorted.
func (r *Rule) Facts() []string { return r.named(3, "facts") }

func (r *Rule) named(length int, roots ...string) []string {
	seen := map[string]bool{}
	for _, read := range r.Reads {
		for _, root := range roots {
			if len(read) == length && read[0] == root {
				seen[strings.Join(read[1:], ".")] = true
			}
		}
	}
	names := make([]string, 0, len(seen))
	for name := range seen {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// AppliesTo says for which jobs a rule has a meaning. It is evaluated in Go, so
// that a rule that does not apply is counted as such. Empty parts do not limit.
type AppliesTo struct {
	ClusterManagers []string `json:"cluster_managers,omitempty"`
	DeployModes     []string `json:"deploy_modes,omitempty"`
	// Kinds of job: "spark-submit", "spark-defaults", "jobspec", …
	Kinds []string `json:"kinds,omitempty"`
	// Languages of the application: python, r, jvm, sql.
	Languages []string `json:"languages,omitempty"`
	// Workloads of the job, as its profile or its settings say: batch,
	// streaming, dstreams, sql-service, notebook.
	Workloads []string `json:"workloads,omitempty"`
	// Platforms that the job's profile names: emr, databricks, …
	Platforms []string `json:"platforms,omitempty"`
	// Profile: only jobs that have one.
	Profile bool `json:"profile,omitempty"`
	// Resources that declare the job, by kind: aws_glue_job, …
	Resources []string `json:"resources,omitempty"`
	// Layers of which the job has one: code, runtime, …
	Layers []string `json:"layers,omitempty"`
	// Spark releases.
	Spark Range `json:"spark,omitzero"`
	// Complete: only jobs of which all parts are known to be there; a rule
	// about what is missing does not apply to a lone spark-defaults.conf.
	Complete bool `json:"complete,omitempty"`
}

// Range is a range of Spark release lines: from Since on, and before Until.
type Range struct {
	Since string `json:"since,omitempty"`
	Until string `json:"until,omitempty"`
}

// Case is one row of a rule that gathers many.
type Case struct {
	Name string `json:"name"`
	// Doc is what stands above the row: who says so, and since when.
	Doc string `json:"doc"`
}

// Param is a threshold or list that users may tune.
type Param struct {
	Default any    `json:"default"`
	Doc     string `json:"doc"`
}

// Link points at further reading.
type Link struct {
	Text string `json:"text"`
	URL  string `json:"url"`
}

// custom is the METADATA's custom block, decoded strictly.
type custom struct {
	Severity  string           `json:"severity"`
	Since     string           `json:"since"`
	AppliesTo AppliesTo        `json:"applies_to"`
	Params    map[string]Param `json:"params"`
	Fix       string           `json:"fix"`
	YieldsTo  []string         `json:"yields_to"`
	Advice    bool             `json:"advice"`
}

// newRule reads a rule from its module's package METADATA.
func newRule(m *module, parsed *ast.Module) (*Rule, error) {
	a := packageAnnotations(parsed)
	if a == nil {
		return nil, fmt.Errorf("the package has no METADATA block")
	}
	raw, err := json.Marshal(a.Custom)
	if err != nil {
		return nil, fmt.Errorf("metadata: %w", err)
	}
	var c custom
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&c); err != nil {
		return nil, fmt.Errorf("metadata: custom: %w", err)
	}
	severity, ok := source.ParseSeverity(c.Severity)
	if !ok {
		return nil, fmt.Errorf("metadata: custom.severity is %q; want error, warning or info", c.Severity)
	}
	r := &Rule{
		ID: m.id, Title: a.Title, Description: strings.TrimSpace(a.Description), Severity: severity, Since: c.Since,
		AppliesTo: c.AppliesTo, Params: c.Params, Fix: strings.TrimSpace(c.Fix), YieldsTo: c.YieldsTo, Advice: c.Advice,
	}
	for _, related := range a.RelatedResources {
		r.Links = append(r.Links, Link{Text: related.Description, URL: related.Ref.String()})
	}
	return r, r.validate()
}

// validate holds the parts of the metadata that every rule must have.
func (r *Rule) validate() error {
	for name, text := range map[string]string{"title": r.Title, "description": r.Description, "custom.since": r.Since, "custom.fix": r.Fix} {
		if text == "" {
			return fmt.Errorf("metadata: %s is missing", name)
		}
	}
	if r.Advice && r.Severity != source.Info {
		return fmt.Errorf("metadata: custom.advice is for rules of severity info, not %s", r.Severity)
	}
	for name, p := range r.Params {
		if p.Doc == "" || p.Default == nil {
			return fmt.Errorf("metadata: parameter %s needs a default and a doc", name)
		}
	}
	return nil
}

// mends reports whether a module's code makes answers that mend the
// configuration: an object with one of their parts is written in it.
func mends(m *ast.Module) bool {
	found := false
	ast.WalkTerms(m, func(t *ast.Term) bool {
		if o, ok := t.Value.(ast.Object); ok {
			for _, part := range []string{"set", "unset", "rename", "replace"} {
				found = found || o.Get(ast.StringTerm(part)) != nil
			}
		}
		return found
	})
	return found
}

func packageAnnotations(m *ast.Module) *ast.Annotations {
	for _, a := range m.Annotations {
		if a.Scope == "package" {
			return a
		}
	}
	return nil
}
