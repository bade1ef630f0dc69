package premise

import "github.com/open-policy-agent/opa/v1/ast"

// some returns what the body comes to for an element of the collection: for one
// that holds, if there is such a one.
func (f *frame) some(n *node) *ast.Term {
	if n.requires != nil && !f.mentions(n.requires) {
		return nil
	}
	of := f.eval(n.items[0])
	if of == nil {
		return nil
	}
	var best *ast.Term
	known := f.each(n, of, func(t *ast.Term) bool {
		switch {
		case t == nil:
			return true
		case t == maybe || best == nil:
			best = t
		case !fails(t):
			best = t
		}
		return best == maybe || fails(best)
	})
	if !known && best != nil {
		return maybe
	}
	return best
}

// every holds the body for each element of the collection.
func (f *frame) every(n *node) *ast.Term {
	of := f.eval(n.items[0])
	if of == nil {
		return nil
	}
	result := yes
	known := f.each(n, of, func(t *ast.Term) bool {
		switch {
		case fails(t):
			result = no
		case t == maybe:
			result = maybe
		}
		return result != no
	})
	if !known {
		return maybe
	}
	return result
}

// each evaluates the body of a quantifier for the elements of its collection,
// until told to stop. A collection that cannot be told is taken to have one
// element that cannot be told; then it returns false.
func (f *frame) each(n *node, of *ast.Term, next func(*ast.Term) bool) bool {
	if of == maybe {
		next(f.with(n, maybe, maybe))
		return false
	}
	switch v := of.Value.(type) {
	case *ast.Array:
		for i := range v.Len() {
			if !next(f.with(n, ast.InternedTerm(i), v.Elem(i))) {
				break
			}
		}
	case ast.Object:
		v.Until(func(key, value *ast.Term) bool { return !next(f.with(n, key, value)) })
	case ast.Set:
		v.Until(func(member *ast.Term) bool { return !next(f.with(n, member, member)) })
	}
	return true
}

// with evaluates the body for one element.
func (f *frame) with(n *node, key, value *ast.Term) *ast.Term {
	if n.key >= 0 {
		f.slots[n.key] = key
	}
	f.slots[n.slot] = value
	if value != maybe {
		return f.eval(n.items[1])
	}
	f.doubts++ // there may be no such element
	t := f.eval(n.items[1])
	f.doubts--
	if t == nil {
		return nil
	}
	return maybe
}
