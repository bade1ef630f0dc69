package premise

import (
	"strconv"

	"github.com/open-policy-agent/opa/v1/ast"
)

// NewOpenQuestion asks about a document of which some paths cannot be known:
// there may be any value, or none.
func NewOpenQuestion(document *ast.Term, unknown [][]string) *Question {
	open := &opening{partly: map[*ast.Term]bool{}}
	q := NewQuestion(open.at(document, unknown))
	q.partly = open.partly
	return q
}

// opening makes a document with parts that cannot be told.
type opening struct{ partly map[*ast.Term]bool }

func (o *opening) at(whole *ast.Term, unknown [][]string) *ast.Term {
	if len(unknown) == 0 {
		return whole
	}
	below := map[string][][]string{}
	for _, path := range unknown {
		if len(path) == 0 {
			return maybe
		}
		below[path[0]] = append(below[path[0]], path[1:])
	}
	var copied ast.Value
	switch v := valueOf(whole).(type) {
	case *ast.Array:
		copied = o.list(v, below)
	case ast.Object:
		copied = o.object(v, below)
	default:
		return maybe
	}
	term := ast.NewTerm(copied)
	o.partly[term] = true
	return term
}

// valueOf is a term's value; what is not there yet becomes an object.
func valueOf(t *ast.Term) ast.Value {
	if t == nil {
		return ast.NewObject()
	}
	return t.Value
}

func (o *opening) list(v *ast.Array, below map[string][][]string) ast.Value {
	elements := make([]*ast.Term, v.Len())
	for i := range elements {
		elements[i] = v.Elem(i)
		if paths, open := below[strconv.Itoa(i)]; open {
			elements[i] = o.at(elements[i], paths)
		}
	}
	return ast.NewArray(elements...)
}

func (o *opening) object(v ast.Object, below map[string][][]string) ast.Value {
	copied := ast.NewObject()
	v.Foreach(func(key, value *ast.Term) {
		if name, ok := key.Value.(ast.String); ok {
			if paths, open := below[string(name)]; open {
				value = o.at(value, paths)
				delete(below, string(name))
			}
		}
		copied.Insert(key, value)
	})
	for name, paths := range below {
		copied.Insert(ast.StringTerm(name), o.at(nil, paths))
	}
	return copied
}
