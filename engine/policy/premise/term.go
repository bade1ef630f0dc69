package premise

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// longest is how many elements a constant may have that is worth keeping: what
// is in a larger table is not told.
const longest = 512

// found is what is to be translated around a term's value.
type found func(*scope, *node) *node

// term translates a term; a reference with a variable that has no value goes
// through all that it may lead to.
func (t *translator) term(term *ast.Term, s *scope, then found) *node {
	switch v := term.Value.(type) {
	case ast.Null, ast.Boolean, ast.Number, ast.String:
		return then(s, &node{op: constant, term: term})
	case ast.Var:
		return then(s, t.name(v, s))
	case ast.Ref:
		return t.ref(v, s, then)
	case ast.Call:
		return t.application(v, s, then)
	case *ast.Array:
		if !ast.IsConstant(v) {
			items := make([]*ast.Term, 0, v.Len())
			v.Foreach(func(item *ast.Term) { items = append(items, item) })
			return t.terms(items, nil, s, func(s *scope, n []*node) *node { return then(s, &node{op: array, items: n}) })
		}
	case ast.Set:
		if !ast.IsConstant(v) {
			return t.terms(v.Slice(), nil, s, func(s *scope, n []*node) *node { return then(s, &node{op: set, items: n}) })
		}
	case ast.Object:
		if !ast.IsConstant(v) {
			return t.object(v, s, then)
		}
	case *ast.TemplateString:
		return then(s, t.template(v, s))
	case *ast.ArrayComprehension:
		return then(s, t.comprehension(gathersArray, v.Body, s, v.Term))
	case *ast.SetComprehension:
		return then(s, t.comprehension(gathersSet, v.Body, s, v.Term))
	case *ast.ObjectComprehension:
		return then(s, t.comprehension(gathersObject, v.Body, s, v.Key, v.Value))
	}
	return then(s, t.closed(term))
}

// closed translates a value that needs no variables.
func (t *translator) closed(term *ast.Term) *node {
	if !ast.IsConstant(term.Value) || elements(term) > longest {
		return untold
	}
	return &node{op: constant, term: term}
}

// elements counts what a constant is made of.
func elements(term *ast.Term) int {
	n := 0
	ast.WalkTerms(term, func(*ast.Term) bool {
		n++
		return false
	})
	return n
}

// terms translates terms, one after the other.
func (t *translator) terms(terms []*ast.Term, done []*node, s *scope, then func(*scope, []*node) *node) *node {
	if len(terms) == 0 {
		return then(s, done)
	}
	return t.term(terms[0], s, func(s *scope, n *node) *node {
		return t.terms(terms[1:], append(done[:len(done):len(done)], n), s, then)
	})
}

// name translates a variable, which may be the name of a rule or an import.
func (t *translator) name(v ast.Var, s *scope) *node {
	slot, declared := s.find(v)
	switch {
	case slot >= 0:
		return &node{op: variable, slot: slot}
	case declared:
	case v.Equal(ast.InputRootDocument.Value):
		return &node{op: input}
	case v.Equal(ast.DefaultRootDocument.Value):
		return &node{op: data, name: "data"}
	case t.rules[v]:
		return &node{op: data, name: t.path + "." + string(v)}
	case t.imports[v] != "":
		return &node{op: data, name: t.imports[v]}
	}
	return untold // it gets its value from an expression below
}

// comprehension translates what its body gathers.
func (t *translator) comprehension(kind string, body ast.Body, s *scope, terms ...*ast.Term) *node {
	return &node{op: gather, name: kind, items: []*node{t.body(body, s, func(s *scope) *node { return t.emission(terms, s) })}}
}

// object translates keys and values in turn. Text put together in an object is what
// readers are told: it is left out.
func (t *translator) object(o ast.Object, s *scope, then found) *node {
	var items []*ast.Term
	silent := map[int]bool{}
	for _, key := range o.Keys() {
		value := o.Get(key)
		if _, text := value.Value.(*ast.TemplateString); text {
			value = ast.NullTerm()
			silent[len(items)+1] = true
		}
		items = append(items, key, value)
	}
	return t.terms(items, nil, s, func(s *scope, nodes []*node) *node {
		for i := range silent {
			nodes[i] = untold
		}
		return then(s, &node{op: object, items: nodes})
	})
}

// template translates text put together: as OPA does, each part that is no text is a
// set that is empty where the part is undefined.
func (t *translator) template(text *ast.TemplateString, s *scope) *node {
	list := &node{op: array}
	for _, part := range text.Parts {
		term, told := ast.NullTerm(), true
		switch p := part.(type) {
		case *ast.Term:
			term = p
		case *ast.Expr:
			term, told = single(p)
		}
		if !told {
			return untold
		}
		switch term.Value.(type) {
		case ast.String:
			list.items = append(list.items, &node{op: constant, term: term})
		default:
			list.items = append(list.items, t.comprehension(gathersSet, nil, s, term))
		}
	}
	return &node{op: builtin, name: ast.InternalTemplateString.Name, items: []*node{list}}
}

// single is the term that an expression consists of.
func single(e *ast.Expr) (*ast.Term, bool) {
	switch terms := e.Terms.(type) {
	case *ast.Term:
		return terms, len(e.With) == 0 && !e.Negated
	case []*ast.Term:
		return ast.CallTerm(terms...), len(e.With) == 0 && !e.Negated
	}
	return nil, false
}

// application translates a call: of a function of some module, or one of OPA's.
func (t *translator) application(call ast.Call, s *scope, then found) *node {
	operator := call[0].Value.(ast.Ref)
	n := &node{op: builtin, name: operator.String()}
	if head := t.name(operator[0].Value.(ast.Var), s); head.op == data {
		n = &node{op: function, name: strings.Join(append([]string{head.name}, parts(operator[1:])...), ".")}
	}
	return t.terms(call[1:], nil, s, func(s *scope, args []*node) *node {
		if n.op == builtin && !told[n.name] {
			return then(s, untold)
		}
		applied := *n
		applied.items = args
		return then(s, &applied)
	})
}

// parts are the names that a reference consists of.
func parts(r ast.Ref) []string {
	words := make([]string, len(r))
	for i, term := range r {
		switch v := term.Value.(type) {
		case ast.Var:
			words[i] = string(v)
		case ast.String:
			words[i] = string(v)
		}
	}
	return words
}

// ref translates a reference, step by step.
func (t *translator) ref(r ast.Ref, s *scope, then found) *node {
	head, ok := r[0].Value.(ast.Var)
	if !ok {
		return t.term(r[0], s, func(s *scope, of *node) *node { return t.steps(of, r[1:], s, then) })
	}
	return t.steps(t.name(head, s), r[1:], s, then)
}

func (t *translator) steps(of *node, steps []*ast.Term, s *scope, then found) *node {
	if len(steps) == 0 {
		return then(s, of)
	}
	step := steps[0]
	if t.binds(step, s) {
		return t.through(of, step, steps[1:], s, then)
	}
	return t.term(step, s, func(s *scope, key *node) *node {
		return t.steps(&node{op: get, items: []*node{of, key}}, steps[1:], s, then)
	})
}

// through goes through all elements, whose keys a variable stands for.
func (t *translator) through(of *node, key *ast.Term, steps []*ast.Term, s *scope, then found) *node {
	n := &node{op: some, key: t.fresh(), slot: t.fresh()}
	body := t.match(key, &node{op: variable, slot: n.key}, s, func(s *scope) *node {
		return t.steps(&node{op: variable, slot: n.slot}, steps, s, then)
	})
	n.items = []*node{of, body}
	return n
}
