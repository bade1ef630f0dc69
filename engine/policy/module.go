package policy

import (
	"fmt"
	"path"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Module is the text of one Rego file.
type Module struct {
	// Path within its bundle, with forward slashes: "memory/overhead_too_small.rego".
	Path string
	Text string
	// Bundle is the name of the bundle; empty for the built-in rules.
	Bundle string
	// Name shown in errors; Path when empty.
	Name string
	// Trusted: the module was compiled against the schema before, by the tests
	// of whoever ships it. Its types are not checked again, and it is compiled
	// by Prepare, when it is needed.
	Trusted bool
	// Outline of a trusted module, which is then parsed when it is needed; nil
	// when there is none.
	Outline *Outline
}

// IsTest reports whether the module holds Rego tests.
func (m Module) IsTest() bool { return strings.HasSuffix(m.Path, "_test.rego") }

func (m Module) name() string {
	if m.Name != "" {
		return m.Name
	}
	return m.Path
}

// module is a Module that is known.
type module struct {
	Module
	outline *Outline
	id      string // for the module of a rule
	// parsed parses the module the first time it is called.
	parsed func() (*ast.Module, error)
}

// builtinRoot is the package under which the built-in rules live; an
// organisation's rules live under their bundle's name.
const builtinRoot = "policies"

// parse makes a module known: by its outline, or by parsing it.
func parse(m Module) (*module, error) {
	id := strings.TrimSuffix(strings.TrimSuffix(m.Path, ".rego"), "_test")
	if m.Bundle != "" {
		id = path.Join(m.Bundle, id)
	}
	known := &module{Module: m, id: id, outline: m.Outline}
	known.parsed = sync.OnceValues(func() (*ast.Module, error) { return parseText(m) })
	if m.Outline != nil {
		return known, nil
	}
	parsed, err := known.parsed()
	if err != nil {
		return nil, err
	}
	return known, known.outlined(parsed)
}

// parseText reads one module and holds its package against its path: a rule's
// id is its path, in exactly one spelling.
func parseText(m Module) (*ast.Module, error) {
	parsed, err := ast.ParseModuleWithOpts(m.name(), m.Text, ast.ParserOptions{ProcessAnnotation: !m.IsTest() && m.Outline == nil, Capabilities: capabilities})
	if err != nil {
		return nil, err
	}
	if parsed == nil {
		return nil, fmt.Errorf("%s: the file holds no Rego", m.name())
	}
	root := m.Bundle
	if root == "" {
		root = builtinRoot
	}
	trimmed := strings.TrimSuffix(strings.TrimSuffix(m.Path, ".rego"), "_test")
	want := "data." + root + "." + strings.ReplaceAll(trimmed, "/", ".")
	got := parsed.Package.Path.String()
	if m.IsTest() {
		got = strings.TrimSuffix(got, "_test")
	}
	if got != want {
		return nil, fmt.Errorf("%s:%d: the package is %s; the path asks for %s", m.name(), parsed.Package.Loc().Row,
			strings.TrimPrefix(parsed.Package.Path.String(), "data."), strings.TrimPrefix(want, "data."))
	}
	return parsed, nil
}

// rule is the rule that the module holds.
func (m *module) rule() *Rule {
	r := *m.outline.Rule
	r.ID, r.Bundle, r.File = m.id, m.Bundle, m.Path
	r.trusted, r.shownName, r.packagePath = m.Trusted, m.name(), m.outline.Package
	return &r
}

// hasDeny reports whether a module defines the partial set deny, which makes
// it a rule.
func hasDeny(m *ast.Module) bool {
	for _, r := range m.Rules {
		if r.Head.Name == "deny" && r.Head.RuleKind() == ast.MultiValue {
			return true
		}
	}
	return false
}
