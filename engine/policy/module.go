package policy

import (
	"fmt"
	"path"
	"strings"

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
}

// IsTest reports whether the module holds Rego tests.
func (m Module) IsTest() bool { return strings.HasSuffix(m.Path, "_test.rego") }

func (m Module) name() string {
	if m.Name != "" {
		return m.Name
	}
	return m.Path
}

// module is a parsed Module.
type module struct {
	Module
	parsed *ast.Module
	id     string // for the module of a rule
}

// builtinRoot is the package under which the built-in rules live; an
// organisation's rules live under their bundle's name.
const builtinRoot = "policies"

// parse reads one module and holds its package against its path: a rule's id
// is its path, in exactly one spelling.
func parse(m Module) (*module, error) {
	parsed, err := ast.ParseModuleWithOpts(m.name(), m.Text, ast.ParserOptions{ProcessAnnotation: !m.IsTest(), Capabilities: capabilities})
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
	id := trimmed
	if m.Bundle != "" {
		id = path.Join(m.Bundle, trimmed)
	}
	return &module{Module: m, parsed: parsed, id: id}, nil
}

// hasDeny reports whether the module defines the partial set deny, which makes
// it a rule.
func (m *module) hasDeny() bool {
	for _, r := range m.parsed.Rules {
		if r.Head.Name == "deny" && r.Head.RuleKind() == ast.MultiValue {
			return true
		}
	}
	return false
}
