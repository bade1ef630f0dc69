package premise

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// op is what an expression does with its items.
type op string

const (
	constant op = "constant"
	variable op = "variable" // a slot of the frame
	input    op = "input"    // the document about the job
	unknown  op = "?"
	data     op = "data"  // a package, or a rule's value, by name
	get      op = "get"   // an element: what, by which key
	array    op = "array" // of values
	set      op = "set"
	object   op = "object" // of keys and values in turn
	builtin  op = "call"   // one of OPA's functions, by name
	function op = "fn"     // a function of some module, by name
	seq      op = "seq"    // conditions, then a value
	either   op = "any"    // the first of the items that holds
	not      op = "not"
	some     op = "some"   // for some element of a collection
	every    op = "every"  // for each element of a collection
	let      op = "let"    // a value gets a slot, for an expression
	gather   op = "gather" // a comprehension: what its body emits
	emit     op = "emit"   // keys, and a value, for what gathers

	undefined op = "-" // the default of a rule without one, and the kind of one that gathers nothing
)

// node is an expression.
type node struct {
	op    op
	term  *ast.Term // of a constant
	name  string    // of a rule, a package or a function; the kind of what gathers
	slot  int       // of a variable, or of what an element or value is bound to
	key   int       // of the key that an element is bound to; -1 for none
	items []*node

	call     *call        // of a builtin
	requires *requirement // of a quantifier, if it can be looked up
	rule     *rule        // of data and function, once they are linked
}

// maybe is the result of what cannot be told.
var maybe = ast.StringTerm("unknown")

var (
	yes    = ast.BooleanTerm(true)
	no     = ast.BooleanTerm(false)
	pass   = &node{op: constant, term: yes}
	untold = &node{op: unknown}
)

// fails reports whether an expression of a body ends it: it is undefined or false.
func fails(t *ast.Term) bool {
	if t == nil {
		return true
	}
	b, ok := t.Value.(ast.Boolean)
	return ok && !bool(b)
}

// frame is where a rule is evaluated. Frames, their slots and the operands of
// calls are used again: there are thousands of them for each job.
type frame struct {
	*Question
	slots []*ast.Term
	// gathering takes what the expressions emit; without one they only hold.
	gathering *gathering
	// doubts are the conditions around an expression that cannot be told.
	doubts int
}

// eval returns the value of an expression: nil when it is undefined, maybe when
// it cannot be told.
func (f *frame) eval(n *node) *ast.Term {
	switch n.op {
	case constant:
		return n.term
	case variable:
		return f.slots[n.slot]
	case input:
		return f.input
	case get:
		return element(f.eval(n.items[0]), f.eval(n.items[1]))
	case array, set, object, builtin, function:
		return f.apply(n)
	case data:
		if n.rule != nil {
			return f.value(n.rule)
		}
	case seq:
		return f.seq(n.items)
	case either:
		return f.either(n.items)
	case not:
		return negation(f.eval(n.items[0]))
	case some:
		return f.some(n)
	case every:
		return f.every(n)
	case let:
		return f.let(n)
	case gather:
		return f.gather(n.name, n.items)
	case emit:
		return f.emit(n.items)
	}
	return maybe
}

// element returns what stands at a key.
func element(of, key *ast.Term) *ast.Term {
	switch {
	case of == nil || key == nil:
		return nil
	case of == maybe:
		return maybe
	}
	switch v := of.Value.(type) {
	case ast.Object:
		if key == maybe && v.Len() > 0 {
			return maybe
		}
		return v.Get(key)
	case *ast.Array:
		if key == maybe && v.Len() > 0 {
			return maybe
		}
		return v.Get(key)
	case ast.Set:
		switch {
		case key == maybe && v.Len() > 0:
			return maybe
		case v.Contains(key):
			return key
		}
	}
	return nil
}

// apply makes a collection, or calls a function, of values: it is undefined where
// one of them is.
func (f *frame) apply(n *node) *ast.Term {
	operands, certain := f.room(len(n.items)), true
	defer f.leave(len(n.items))
	for i, item := range n.items {
		t := f.eval(item)
		if t == nil {
			return nil
		}
		certain = certain && t != maybe && (n.op == function || !f.partly[t])
		operands[i] = t
	}
	switch {
	case n.op == function:
		t := f.call(n.rule, operands)
		if t != nil && !certain { // what cannot be told may be none, and the call then has no value
			return maybe
		}
		return t
	case !certain:
		return maybe
	case n.op == builtin:
		return f.builtin(n.call, operands)
	}
	return collection(n.op, slices.Clone(operands))
}

// collection makes one of terms.
func collection(kind op, terms []*ast.Term) *ast.Term {
	switch kind {
	case set:
		return ast.SetTerm(terms...)
	case object:
		o := ast.NewObject()
		for i := 0; i+1 < len(terms); i += 2 {
			o.Insert(terms[i], terms[i+1])
		}
		return ast.NewTerm(o)
	}
	return ast.ArrayTerm(terms...)
}

// seq returns the last item's value, if the conditions before it hold.
func (f *frame) seq(items []*node) *ast.Term {
	before := f.doubts
	defer func() { f.doubts = before }()
	last := len(items) - 1
	for _, item := range items[:last] {
		t := f.eval(item)
		if fails(t) {
			return nil
		}
		if t == maybe {
			f.doubts++
		}
	}
	t := f.eval(items[last])
	if t == nil || f.doubts == before {
		return t
	}
	return maybe
}

// let gives a value its slot, and returns what an expression comes to with it.
// A value that cannot be told may be none.
func (f *frame) let(n *node) *ast.Term {
	value := f.eval(n.items[0])
	if value == nil {
		return nil
	}
	f.slots[n.slot] = value
	if value != maybe {
		return f.eval(n.items[1])
	}
	f.doubts++
	t := f.eval(n.items[1])
	f.doubts--
	if t == nil {
		return nil
	}
	return maybe
}

// either returns the value of the first item that has one; where that cannot be
// told of an item, maybe.
func (f *frame) either(items []*node) *ast.Term {
	for _, item := range items {
		if t := f.eval(item); t != nil {
			return t
		}
	}
	return nil
}

func negation(t *ast.Term) *ast.Term {
	switch {
	case t == maybe:
		return maybe
	case fails(t):
		return yes
	}
	return no
}
