package policy

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/sparkvet/sparkvet/engine/policy/premise"
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
	// Premises of the module's rules, by name, as package premise writes them.
	Premises map[string]string `json:"-"`
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

// ReadOutlines reads outlines from their JSON, and their premises.
func ReadOutlines(text, premises []byte) (Outlines, error) {
	var all Outlines
	if err := json.Unmarshal(text, &all); err != nil {
		return nil, fmt.Errorf("outlines of policies: %w", err)
	}
	for line := range strings.Lines(string(premises)) {
		path, rest, _ := strings.Cut(line, " ")
		name, premise, found := strings.Cut(rest, " ")
		o := all[path]
		if !found || o == nil {
			return nil, fmt.Errorf("premises of policies: %q is none of an outlined module", line)
		}
		if o.Premises == nil {
			o.Premises = map[string]string{}
		}
		o.Premises[name] = strings.TrimSuffix(premise, "\n")
	}
	return all, nil
}

// Premises writes the premises of all modules, a line each.
func (o Outlines) Premises() []byte {
	var lines []string
	for path, outline := range o {
		for name, premise := range outline.Premises {
			lines = append(lines, path+" "+name+" "+premise+"\n")
		}
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, ""))
}

// outlined works out the outline of a parsed module.
func (m *module) outlined(parsed *ast.Module) error {
	o := &Outline{Package: parsed.Package.Path.String(), Cases: moduleCases(parsed), Mends: mends(parsed), Premises: premise.Of(parsed)}
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
