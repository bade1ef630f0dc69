package premise

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Of translates the rules of a parsed module, each into the text of its premise,
// by name.
func Of(m *ast.Module) map[string]string {
	t := &translator{path: m.Package.Path.String(), imports: map[ast.Var]string{}, rules: map[ast.Var]bool{}}
	for _, i := range m.Imports {
		path := i.Path.Value.(ast.Ref)
		if path[0].Equal(ast.DefaultRootDocument) {
			t.imports[i.Name()] = strings.Join(parts(path), ".")
		}
	}
	var names []ast.Var
	clauses := map[ast.Var][]*ast.Rule{}
	for _, r := range m.Rules {
		name := r.Head.Ref()[0].Value.(ast.Var)
		if t.rules[name] = true; clauses[name] == nil {
			names = append(names, name)
		}
		clauses[name] = append(clauses[name], r)
	}
	texts := make(map[string]string, len(names))
	for _, name := range names {
		texts[string(name)] = t.rule(clauses[name])
	}
	return texts
}

// translator is what names mean in a module.
type translator struct {
	path    string
	imports map[ast.Var]string
	rules   map[ast.Var]bool
	slots   int // that the rule at hand uses so far
}

// scope tells the slots of variables; -1 of one that is declared and has no
// value yet.
type scope struct {
	outer *scope
	name  ast.Var
	slot  int
}

func (s *scope) find(name ast.Var) (slot int, declared bool) {
	for ; s != nil; s = s.outer {
		if s.name == name {
			return s.slot, true
		}
	}
	return -1, false
}

// bind gives a variable a slot.
func (t *translator) bind(s *scope, name ast.Var) *scope {
	t.slots++
	return &scope{s, name, t.slots - 1}
}

// fresh is a slot for a value without a name.
func (t *translator) fresh() int {
	t.slots++
	return t.slots - 1
}

// rest is what is to be translated after an expression, where it has bound
// its variables.
type rest func(*scope) *node

// rule translates the clauses of a rule.
func (t *translator) rule(clauses []*ast.Rule) string {
	t.slots = len(clauses[0].Head.Args)
	w := &writer{deflt: &node{op: undefined}}
	var chains []*node
	for _, c := range clauses {
		if c.Default {
			w.deflt = t.closed(c.Head.Value)
			continue
		}
		w.gathers = gathers(c.Head)
		chains = append(chains, t.chain(c))
	}
	return w.rule(t.slots, chains)
}

// gathers is the kind of a partial rule.
func gathers(h *ast.Head) string {
	switch multiple := h.RuleKind() == ast.MultiValue; {
	case multiple && len(h.Ref()) == 1:
		return gathersSet
	case multiple:
		return gathersSets
	case len(h.Ref()) > 1:
		return gathersObject
	}
	return ""
}

// chain translates a clause and its elses.
func (t *translator) chain(r *ast.Rule) *node {
	var links []*node
	for ; r != nil; r = r.Else {
		links = append(links, t.clause(r))
	}
	if len(links) == 1 {
		return links[0]
	}
	return &node{op: either, items: links}
}

// clause translates one body, and the value that it gives.
func (t *translator) clause(r *ast.Rule) *node {
	return t.arguments(r.Head.Args, 0, nil, func(s *scope) *node {
		return t.body(r.Body, s, func(s *scope) *node { return t.head(r.Head, s) })
	})
}

// head translates what a clause gives: its value, or what it adds to a partial
// rule.
func (t *translator) head(h *ast.Head, s *scope) *node {
	value := h.Value
	if h.RuleKind() == ast.MultiValue {
		value = h.Key
	}
	if gathers(h) == "" {
		return t.term(value, s, func(_ *scope, n *node) *node { return n })
	}
	return t.emission(append(append([]*ast.Term{}, h.Ref()[1:]...), value), s)
}

// emission hands keys and a value to what gathers.
func (t *translator) emission(terms []*ast.Term, s *scope) *node {
	return t.terms(terms, nil, s, func(_ *scope, items []*node) *node { return &node{op: emit, items: items} })
}

// arguments takes the arguments, which are in the first slots, apart.
func (t *translator) arguments(args ast.Args, i int, s *scope, then rest) *node {
	if i == len(args) {
		return then(s)
	}
	next := func(s *scope) *node { return t.arguments(args, i+1, s, then) }
	return t.match(args[i], &node{op: variable, slot: i}, s, next)
}

// body translates expressions, each around those after it.
func (t *translator) body(exprs ast.Body, s *scope, done rest) *node {
	if len(exprs) == 0 {
		return done(s)
	}
	next := func(s *scope) *node { return t.body(exprs[1:], s, done) }
	e := exprs[0]
	switch {
	case len(e.With) > 0:
		return sequence(untold, next(s))
	case e.Negated:
		return t.negated(e, s, next)
	}
	switch terms := e.Terms.(type) {
	case *ast.Term:
		return t.term(terms, s, func(s *scope, n *node) *node { return sequence(n, next(s)) })
	case []*ast.Term:
		return t.call(terms, s, next)
	case *ast.SomeDecl:
		return t.declaration(terms, s, next)
	case *ast.Every:
		return sequence(t.everyone(terms, s), next(s))
	}
	return sequence(untold, next(s))
}

// sequence puts a condition before the others.
func sequence(first, then *node) *node {
	if first.op == constant && !fails(first.term) {
		return then
	}
	if then.op == seq {
		return &node{op: seq, items: append([]*node{first}, then.items...)}
	}
	return &node{op: seq, items: []*node{first, then}}
}

// call translates an expression that calls a function: an assignment binds.
func (t *translator) call(terms []*ast.Term, s *scope, next rest) *node {
	operator := terms[0].Value.(ast.Ref).String()
	if (operator == ast.Assign.Name || operator == ast.Equality.Name) && len(terms) == 3 {
		left, right := terms[1], terms[2]
		if operator == ast.Equality.Name && !t.binds(left, s) && t.binds(right, s) {
			left, right = right, left
		}
		if operator == ast.Assign.Name {
			if name, ok := left.Value.(ast.Var); ok {
				if slot, declared := s.find(name); declared && slot >= 0 {
					return sequence(untold, next(s)) // it has a value from an expression below
				}
			}
		}
		return t.term(right, s, func(s *scope, value *node) *node { return t.match(left, value, s, next) })
	}
	return t.term(ast.CallTerm(terms...), s, func(s *scope, n *node) *node { return sequence(n, next(s)) })
}

// binds reports whether a term is a pattern with variables that have no value yet.
func (t *translator) binds(pattern *ast.Term, s *scope) bool {
	switch v := pattern.Value.(type) {
	case ast.Var:
		slot, declared := s.find(v)
		return slot < 0 && (declared || !t.rules[v] && t.imports[v] == "" && !rooted(v))
	case *ast.Array:
		for i := range v.Len() {
			if t.binds(v.Elem(i), s) {
				return true
			}
		}
	}
	return false
}

func rooted(v ast.Var) bool {
	return v.Equal(ast.InputRootDocument.Value) || v.Equal(ast.DefaultRootDocument.Value)
}

// match holds a value against a pattern, and binds the pattern's variables.
func (t *translator) match(pattern *ast.Term, value *node, s *scope, next rest) *node {
	if v, ok := pattern.Value.(ast.Var); ok && t.binds(pattern, s) {
		if v.IsWildcard() {
			return sequence(&node{op: array, items: []*node{value}}, next(s)) // false is a value
		}
		if value.op == variable { // the slot has two names
			return next(&scope{s, v, value.slot})
		}
		inner := t.bind(s, v)
		return &node{op: let, slot: inner.slot, items: []*node{value, next(inner)}}
	}
	if list, ok := pattern.Value.(*ast.Array); ok && t.binds(pattern, s) {
		slot := t.fresh()
		whole := &node{op: variable, slot: slot}
		length := &node{op: builtin, name: "equal", items: []*node{{op: builtin, name: "count", items: []*node{whole}}, number(list.Len())}}
		return &node{op: let, slot: slot, items: []*node{value, sequence(length, t.elements(list, 0, whole, s, next))}}
	}
	return t.term(pattern, s, func(s *scope, n *node) *node {
		return sequence(&node{op: builtin, name: "equal", items: []*node{n, value}}, next(s))
	})
}

// elements matches the elements of a list.
func (t *translator) elements(list *ast.Array, i int, whole *node, s *scope, next rest) *node {
	if i == list.Len() {
		return next(s)
	}
	item := &node{op: get, items: []*node{whole, number(i)}}
	return t.match(list.Elem(i), item, s, func(s *scope) *node { return t.elements(list, i+1, whole, s, next) })
}

func number(i int) *node { return &node{op: constant, term: ast.IntNumberTerm(i)} }

// declaration translates some x, and some x in y.
func (t *translator) declaration(d *ast.SomeDecl, s *scope, next rest) *node {
	call, ok := d.Symbols[0].Value.(ast.Call)
	if !ok {
		for _, symbol := range d.Symbols {
			s = undecided(symbol, s)
		}
		return next(s)
	}
	return t.term(call[len(call)-1], s, func(s *scope, of *node) *node {
		return t.quantify(some, call[1:len(call)-1], of, s, next)
	})
}

// undecided declares the variables of a pattern.
func undecided(pattern *ast.Term, s *scope) *scope {
	ast.WalkVars(pattern, func(v ast.Var) bool {
		s = &scope{s, v, -1}
		return false
	})
	return s
}

// quantify goes through the elements of a collection, each matched against a
// pattern for its value, and one for its key before it.
func (t *translator) quantify(quantifier op, patterns []*ast.Term, of *node, s *scope, next rest) *node {
	n := &node{op: quantifier, key: -1, slot: t.fresh()}
	for _, pattern := range patterns {
		s = undecided(pattern, s)
	}
	value := func(s *scope) *node {
		return t.match(patterns[len(patterns)-1], &node{op: variable, slot: n.slot}, s, next)
	}
	n.items = []*node{of, nil}
	if len(patterns) == 1 {
		n.items[1] = value(s)
		return n
	}
	n.key = t.fresh()
	n.items[1] = t.match(patterns[0], &node{op: variable, slot: n.key}, s, value)
	return n
}

// everyone translates every x in y { … }.
func (t *translator) everyone(e *ast.Every, s *scope) *node {
	patterns := []*ast.Term{e.Value}
	if e.Key != nil {
		patterns = []*ast.Term{e.Key, e.Value}
	}
	return t.term(e.Domain, s, func(s *scope, of *node) *node {
		return t.quantify(every, patterns, of, s, func(s *scope) *node {
			return t.body(e.Body, s, func(*scope) *node { return pass })
		})
	})
}
