package policy

import (
	"reflect"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Demand is a path into the input document without which a clause has no
// answer.
type Demand struct {
	Path Read `json:"path"`
	// Inside: it is an element of what stands there that the clause reads, so
	// that there must be one.
	Inside bool `json:"inside,omitempty"`
}

// clauses returns, for each clause of a module's deny, what it cannot do
// without: what an expression of its body reads as it stands. A reference that
// leads nowhere makes the expression around it undefined, and with it the clause.
func clauses(m *ast.Module) [][]Demand {
	var all [][]Demand
	for _, r := range m.Rules {
		if r.Head.Name == "deny" {
			all = append(all, demands(r.Body))
		}
	}
	return all
}

// demands collects what the expressions of a body cannot do without. Negations,
// and what runs under another input, are left out.
func demands(body ast.Body) []Demand {
	var found []Demand
	for _, e := range body {
		if e.Negated || len(e.With) > 0 {
			continue
		}
		switch terms := e.Terms.(type) {
		case *ast.Term:
			found = demanded(found, terms, false)
		case []*ast.Term: // a call: its operator, then its arguments
			for _, t := range terms[1:] {
				found = demanded(found, t, false)
			}
		case *ast.SomeDecl:
			for _, t := range terms.Symbols {
				if call, ok := t.Value.(ast.Call); ok { // some x in input.y
					found = demanded(found, call[len(call)-1], true)
				}
			}
		}
	}
	return found
}

// demanded adds what a term cannot do without: its own path, and those of the
// arguments of a call. Comprehensions and templates have values whatever they
// read.
func demanded(found []Demand, t *ast.Term, inside bool) []Demand {
	switch v := t.Value.(type) {
	case ast.Ref:
		if len(v) > 1 && v[0].Equal(ast.InputRootDocument) {
			path := groundPath(v)
			return append(found, Demand{path, inside || len(path) < len(v)-1})
		}
	case ast.Call:
		for _, argument := range v[1:] {
			found = demanded(found, argument, false)
		}
	}
	return found
}

// Silent reports whether rule number i cannot have an answer for a job, because
// each of its clauses demands something that the document does not hold. Such a
// rule need not be prepared, nor asked.
func (p *Program) Silent(i int, in *Input) bool {
	for _, demands := range p.Rules[i].clauses {
		if in.has(demands) {
			return false
		}
	}
	return true
}

// has reports whether the document holds all that a clause demands.
func (in *Input) has(demands []Demand) bool {
	for _, d := range demands {
		v := in.at(d.Path)
		if v == nil || d.Inside && empty(v) {
			return false
		}
	}
	return true
}

// empty reports whether a value is a list or map without elements.
func empty(v any) bool {
	switch r := reflect.ValueOf(v); r.Kind() {
	case reflect.Map, reflect.Slice:
		return r.Len() == 0
	}
	return false
}
