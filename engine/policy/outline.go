package policy

import (
	"encoding/json"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Outline is what is known of a module without compiling it. Whoever ships
// modules may keep their outlines beside them, so that only those are parsed
// that a run needs: parsing is a good part of a cold start.
type Outline struct {
	// Package is the module's: "data.policies.lib.release".
	Package string `json:"package"`
	// Rule is nil for a library.
	Rule *Rule `json:"rule,omitempty"`
	// Reads of the input document, and Uses of other packages, that stand in
	// the module itself.
	Reads []Read   `json:"reads,omitempty"`
	Uses  []string `json:"uses,omitempty"`
	Cases []Case   `json:"cases,omitempty"`
	Mends bool     `json:"mends,omitempty"`
	// Clauses of deny, each with what it demands.
	Clauses [][]Demand `json:"clauses,omitempty"`
}

// Outlines are those of a bundle's modules, by path.
type Outlines map[string]*Outline

// OutlinesOf outlines modules, tests left out.
func OutlinesOf(modules []Module) (Outlines, error) {
	all := Outlines{}
	for _, m := range modules {
		if m.IsTest() {
			continue
		}
		parsed, err := parse(m)
		if err != nil {
			return nil, err
		}
		all[m.Path] = parsed.outline
	}
	return all, nil
}

// ReadOutlines reads outlines from their JSON.
func ReadOutlines(text []byte) (Outlines, error) {
	var all Outlines
	if err := json.Unmarshal(text, &all); err != nil {
		return nil, fmt.Errorf("outlines of policies: %w", err)
	}
	return all, nil
}

// outlined works out the outline of a parsed module.
func (m *module) outlined(parsed *ast.Module) error {
	o := &Outline{Package: parsed.Package.Path.String(), Cases: moduleCases(parsed), Mends: mends(parsed), Clauses: clauses(parsed)}
	o.Reads, o.Uses = moduleReads(parsed)
	if hasDeny(parsed) {
		r, err := newRule(m, parsed)
		if err != nil {
			return fmt.Errorf("%s: %w", m.name(), err)
		}
		o.Rule = r
	}
	m.outline = o
	return nil
}
