package premise

import "github.com/open-policy-agent/opa/v1/ast"

// Question is what rules are asked about. It remembers what the rules of
// libraries come to. Not safe for concurrent use.
type Question struct {
	input  *ast.Term
	values map[*rule]*ast.Term

	frames []*frame // those up to depth are in use
	depth  int
	stack  []*ast.Term // slots and operands

	words map[[2]string][]string // by list and field; see mentions

	// partly are the objects of which some elements cannot be told.
	partly map[*ast.Term]bool

	result *ast.Term // of the last call of one of OPA's functions
	take   func(*ast.Term) error
}

// NewQuestion asks about a document.
func NewQuestion(document *ast.Term) *Question {
	q := &Question{input: document, values: map[*rule]*ast.Term{}, stack: make([]*ast.Term, 0, 256)}
	q.take = func(t *ast.Term) error {
		q.result = t
		return nil
	}
	return q
}

// room returns n places on the stack, until leave gives them back.
func (q *Question) room(n int) []*ast.Term {
	start := len(q.stack)
	if start+n > cap(q.stack) { // who is on the old one stays there
		q.stack = make([]*ast.Term, start, 2*cap(q.stack)+n)
	}
	q.stack = q.stack[:start+n]
	places := q.stack[start : start+n : start+n]
	clear(places)
	return places
}

func (q *Question) leave(n int) { q.stack = q.stack[:len(q.stack)-n] }

// enter returns a frame for a rule, which is read if need be.
func (q *Question) enter(r *rule) *frame {
	r.read.Do(r.link)
	if q.depth == len(q.frames) {
		q.frames = append(q.frames, &frame{Question: q})
	}
	f := q.frames[q.depth]
	q.depth++
	f.slots, f.gathering, f.doubts = q.room(r.slots), nil, 0
	return f
}

func (q *Question) exit(f *frame) {
	q.leave(len(f.slots))
	q.depth--
}

// value returns the value of a rule without arguments.
func (q *Question) value(r *rule) *ast.Term {
	if t, ok := q.values[r]; ok {
		return t
	}
	t := q.work(r, nil)
	q.values[r] = t
	return t
}

// call returns the value of a function. What it says of texts alone is
// remembered: they repeat from file to file.
func (q *Question) call(r *rule, operands []*ast.Term) *ast.Term {
	if r == nil {
		return maybe
	}
	r.read.Do(r.link)
	about, ok := textsOf(operands)
	if !ok || !r.pure {
		return q.work(r, operands)
	}
	if t, known := r.answers.recall(about); known {
		return t
	}
	t := q.work(r, operands)
	r.answers.keep(about, t)
	return t
}

// work works out the value of a rule: what its clauses emit, or the value of the
// one that succeeds.
func (q *Question) work(r *rule, operands []*ast.Term) *ast.Term {
	f := q.enter(r)
	defer q.exit(f)
	if len(operands) > len(f.slots) {
		return maybe
	}
	copy(f.slots, operands)
	if r.gathers != "" {
		return f.gather(r.gathers, r.chains)
	}
	result := r.deflt
	for _, chain := range r.chains {
		switch t := f.eval(chain); t {
		case nil:
		case maybe:
			result = maybe
		default: // clauses of one rule do not contradict each other
			return t
		}
	}
	return result
}
