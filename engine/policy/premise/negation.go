package premise

import (
	"strconv"

	"github.com/open-policy-agent/opa/v1/ast"
)

// negated translates not …. As in OPA, what is called within it, and what a call
// within it is given, stands before it: where one of these is undefined, the body
// fails. (ast.expandExpr, ast.rewriteDynamics)
func (t *translator) negated(e *ast.Expr, s *scope, next rest) *node {
	plain := *e
	plain.Negated = false
	l := &lifted{scope: s}
	switch terms := e.Terms.(type) {
	case *ast.Term:
		plain.Terms = l.below(terms)
	case []*ast.Term:
		lift := l.from
		if name := terms[0].Value.(ast.Ref).String(); name == ast.Equal.Name || name == ast.Equality.Name {
			lift = l.below
		}
		kept := []*ast.Term{terms[0]}
		for _, term := range terms[1:] {
			kept = append(kept, lift(term))
		}
		plain.Terms = kept
	}
	return t.before(l, 0, s, func(s *scope) *node {
		inner := t.body(ast.Body{&plain}, s, func(*scope) *node { return pass })
		if inner.op == seq && len(inner.items) == 2 {
			inner = inner.items[0] // the condition alone
		}
		return sequence(&node{op: not, items: []*node{inner}}, next(s))
	})
}

// before gives the values of lifted terms their names.
func (t *translator) before(l *lifted, i int, s *scope, next rest) *node {
	if i == len(l.terms) {
		return next(s)
	}
	return t.term(l.terms[i], s, func(s *scope, value *node) *node {
		inner := t.bind(s, l.names[i])
		return &node{op: let, slot: inner.slot, items: []*node{value, t.before(l, i+1, inner, next)}}
	})
}

// lifted are terms that were taken out of an expression, and the names that
// stand there instead.
type lifted struct {
	scope *scope
	names []ast.Var
	terms []*ast.Term
}

func (l *lifted) lift(term *ast.Term) *ast.Term {
	name := ast.Var("lifted " + strconv.Itoa(len(l.names)))
	l.names, l.terms = append(l.names, name), append(l.terms, term)
	return ast.NewTerm(name)
}

// below lifts what an expression that is a reference uses on its way.
func (l *lifted) below(term *ast.Term) *ast.Term {
	if v, ok := term.Value.(ast.Ref); ok {
		ref := append(ast.Ref{}, v...)
		if _, called := v[0].Value.(ast.Call); called {
			ref[0] = l.lift(v[0])
		}
		for i := 1; i < len(ref); i++ {
			ref[i] = l.from(ref[i])
		}
		return ast.NewTerm(ref)
	}
	if _, ok := term.Value.(ast.Var); ok {
		return term
	}
	return l.from(term)
}

// from lifts a reference or a call, and those that a collection is made of.
func (l *lifted) from(term *ast.Term) *ast.Term {
	switch v := term.Value.(type) {
	case ast.Call, ast.Ref:
		return l.lift(term)
	case ast.Var:
		if slot, _ := l.scope.find(v); slot < 0 { // the name of a rule
			return l.lift(term)
		}
	case *ast.Array:
		items := make([]*ast.Term, 0, v.Len())
		v.Foreach(func(item *ast.Term) { items = append(items, l.from(item)) })
		return ast.ArrayTerm(items...)
	case ast.Set:
		items := v.Slice()
		lifted := make([]*ast.Term, len(items))
		for i, item := range items {
			lifted[i] = l.from(item)
		}
		return ast.SetTerm(lifted...)
	case ast.Object:
		o := ast.NewObject()
		for _, key := range v.Keys() {
			o.Insert(l.from(key), l.from(v.Get(key)))
		}
		return ast.NewTerm(o)
	}
	return term
}
