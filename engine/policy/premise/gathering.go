package premise

import "github.com/open-policy-agent/opa/v1/ast"

// The kinds of what is gathered. Sets are an object whose values are sets.
const (
	gathersArray  = "array"
	gathersSet    = "set"
	gathersObject = "object"
	gathersSets   = "sets"
)

// gathering is what a comprehension or a partial rule comes to.
type gathering struct {
	kind     string
	list     []*ast.Term
	set      ast.Set
	object   ast.Object
	doubtful bool // of some of it, or some of its parts, it cannot be told
}

// gather evaluates the expressions for what they emit.
func (f *frame) gather(kind string, bodies []*node) *ast.Term {
	g := &gathering{kind: kind}
	outer, doubts := f.gathering, f.doubts
	f.gathering, f.doubts = g, 0
	for _, body := range bodies {
		if f.eval(body); g.doubtful {
			break
		}
	}
	f.gathering, f.doubts = outer, doubts
	return g.term()
}

// term is what was gathered.
func (g *gathering) term() *ast.Term {
	switch {
	case g.doubtful:
		return maybe
	case g.kind == gathersArray:
		return ast.ArrayTerm(g.list...)
	case g.kind == gathersSet && g.set != nil:
		return ast.NewTerm(g.set)
	case g.kind == gathersSet:
		return ast.SetTerm()
	case g.object != nil:
		return ast.NewTerm(g.object)
	}
	return ast.ObjectTerm()
}

// emit hands keys and a value to what gathers. It fails where there is such a
// one, so that quantifiers go on to the next element.
func (f *frame) emit(items []*node) *ast.Term {
	terms, certain := make([]*ast.Term, len(items)), f.doubts == 0
	for i, item := range items {
		t := f.eval(item)
		if t == nil {
			return nil
		}
		certain = certain && t != maybe
		terms[i] = t
	}
	switch g := f.gathering; {
	case g == nil:
		return yes
	case certain && !g.doubtful:
		g.add(terms)
	default:
		g.doubtful = true
	}
	return nil
}

func (g *gathering) add(terms []*ast.Term) {
	value := terms[len(terms)-1]
	switch g.kind {
	case gathersArray:
		g.list = append(g.list, value)
		return
	case gathersSet:
		if g.set == nil {
			g.set = ast.NewSet()
		}
		g.set.Add(value)
		return
	}
	if g.object == nil {
		g.object = ast.NewObject()
	}
	g.insert(g.object, terms[:len(terms)-1], value)
}

// insert puts a value below keys. What stands there already is doubtful: OPA
// refuses two values of one key.
func (g *gathering) insert(into ast.Object, keys []*ast.Term, value *ast.Term) {
	there := into.Get(keys[0])
	switch {
	case len(keys) > 1:
		if there == nil {
			there = ast.ObjectTerm()
			into.Insert(keys[0], there)
		}
		if below, ok := there.Value.(ast.Object); ok {
			g.insert(below, keys[1:], value)
			return
		}
		g.doubtful = true
	case g.kind == gathersSets:
		if there == nil {
			into.Insert(keys[0], ast.SetTerm(value))
		} else if members, ok := there.Value.(ast.Set); ok {
			members.Add(value)
		}
	case there == nil:
		into.Insert(keys[0], value)
	default:
		g.doubtful = g.doubtful || !there.Equal(value)
	}
}
