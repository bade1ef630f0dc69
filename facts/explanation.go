package facts

import "strings"

// style is what a walk along a formula is for.
type style int

const (
	words   style = iota // keys and names
	numbers              // the job's values in their places
	uses                 // no text: the settings that are read
)

// Precedences: how tightly the parts of a formula bind.
const (
	loosest = iota
	additive
	multiplicative
	tightest
)

// explanation prints a formula, or collects what it reads, along the branches
// that a job takes; with no set, along all branches.
type explanation struct {
	set   *Set
	style style
	text  strings.Builder
	// from is where in set.pending the uses of this walk begin.
	from int
	// deciding is above zero inside a condition: a setting that nobody wrote
	// decides nothing that a reader wants to see.
	deciding int
}

func (e *explanation) write(s string) {
	if e.style != uses {
		e.text.WriteString(s)
	}
}

// use notes that a setting is read.
func (e *explanation) use(k key) {
	if e.style != uses || e.noted(k.name) {
		return
	}
	l := e.set.lookup(k)
	if e.deciding == 0 || l.Setting != nil {
		e.set.pending = append(e.set.pending, Use{Key: k.name, Lookup: *l})
	}
}

// useAll notes what another fact reads.
func (e *explanation) useAll(others []Use) {
	for i := range others {
		if !e.noted(others[i].Key) {
			e.set.pending = append(e.set.pending, others[i])
		}
	}
}

func (e *explanation) noted(name string) bool {
	for i := e.from; i < len(e.set.pending); i++ {
		if e.set.pending[i].Key == name {
			return true
		}
	}
	return false
}

// grouped writes in parentheses what binds looser than its surroundings.
func (e *explanation) grouped(binds, surroundings int, write func()) {
	if binds >= surroundings {
		write()
		return
	}
	e.write("(")
	write()
	e.write(")")
}

// quote returns a part of the formula as a text of its own.
func (e *explanation) quote(x Expr) string {
	part := explanation{set: e.set, style: e.style}
	x.explain(&part, loosest)
	return part.text.String()
}

// test decides a condition for the job; undecided when there is none.
func (e *explanation) test(c condition) truth {
	if e.set == nil {
		return maybe
	}
	t, _ := c.test(e.set)
	return t
}

// condition writes a condition, or notes which written settings it reads.
func (e *explanation) condition(c condition) {
	e.deciding++
	c.explain(e)
	e.deciding--
}
