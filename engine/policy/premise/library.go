package premise

import (
	"slices"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// rule is a rule of some module, with all its clauses.
type rule struct {
	name    string
	text    string
	library *Library
	read    sync.Once

	slots   int     // that its expressions use; its arguments come first
	chains  []*node // each the value of a clause and of its elses, or what it emits
	gathers string  // the kind of a partial rule; empty for one with one value
	deflt   *ast.Term
	pure    bool   // it says the same to every question
	answers memory // of a pure function
}

// Library holds the premises of all modules of a program. It is safe for
// concurrent use.
type Library struct {
	rules  map[string]*rule
	params *ast.Term
}

// NewLibrary gathers premises, each by the full name of its rule, such as
// "data.policies.lib.platform.managed", and the document data.params.
func NewLibrary(texts map[string]string, params ast.Value) *Library {
	l := &Library{rules: make(map[string]*rule, len(texts)), params: ast.NewTerm(params)}
	for name, text := range texts {
		l.rules[name] = &rule{name: name, text: text, library: l}
	}
	return l
}

// Fails reports whether a rule, by its full name, has no value, or nothing in
// it, for certain. A rule that is not in the library does not fail.
func (l *Library) Fails(name string, q *Question) bool {
	r := l.rules[name]
	if r == nil {
		return false
	}
	f := q.enter(r)
	defer q.exit(f)
	for _, chain := range r.chains {
		if f.eval(chain) != nil {
			return false
		}
	}
	return r.deflt == nil
}

// link reads the rule's text. What cannot be read cannot be told.
func (r *rule) link() {
	if err := (&reader{text: r.text, library: r.library}).rule(r); err != nil {
		r.gathers, r.deflt, r.chains = "", nil, []*node{untold}
	}
	r.pure = !slices.ContainsFunc(r.chains, func(chain *node) bool { return !isPure(chain) })
}

// isPure reports whether an expression needs nothing of the document.
func isPure(n *node) bool {
	switch {
	case n.op == input:
		return false
	case n.op == data && n.rule == nil, n.op == function && n.rule == nil:
		return false
	case n.rule != nil:
		n.rule.read.Do(n.rule.link)
		if !n.rule.pure {
			return false
		}
	}
	return !slices.ContainsFunc(n.items, func(item *node) bool { return !isPure(item) })
}

// named returns what a path below data leads to: a rule, the parameters, or
// nothing yet.
func (l *Library) named(name string) *node {
	if name == "data.params" {
		return &node{op: constant, term: l.params}
	}
	return &node{op: data, name: name, rule: l.rules[name]}
}
