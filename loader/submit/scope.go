package submit

import (
	"slices"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// variable is what the script makes of one shell variable.
type variable struct {
	// elements hold one text, or those of an array.
	elements []argument
	array    bool
	exported bool
	// local: belongs to a function.
	local bool
	// unknown says why there is no one value; empty when there is.
	unknown conf.Reason
}

// scope holds the variables that a part of a script has set, on top of those
// that were set before it.
type scope struct {
	parent *scope
	// vars by name; nil for a variable that was unset.
	vars map[string]*variable
	// several are the variables that the parents may hold in more than one
	// way, because it is not known when this scope is entered.
	several map[string]int
	// exports: only exported variables of the parents are seen, as in a child
	// process.
	exports bool
}

func newScope(parent *scope) *scope { return &scope{parent: parent} }

// lookup finds a variable; false when the script says nothing about it.
func (sc *scope) lookup(name string) (*variable, bool) {
	exports := false
	for s := sc; s != nil; s = s.parent {
		if v, ok := s.vars[name]; ok {
			if exports && v != nil && !v.exported {
				return nil, false
			}
			return v, true
		}
		exports = exports || s.exports
		if s.several[name] > 1 {
			return &variable{unknown: multiple(name)}, true
		}
	}
	return nil, false
}

func (sc *scope) set(name string, v *variable) {
	if sc.vars == nil {
		sc.vars = map[string]*variable{}
	}
	sc.vars[name] = v
}

// join puts into sc what is known of the variables after one of several
// branches was taken, or, where that is possible, none.
func (sc *scope) join(branches []*scope, none bool) {
	merged, setters := map[string]*variable{}, map[string]int{}
	for _, b := range branches {
		for name, v := range b.vars {
			if setters[name]++; setters[name] > 1 {
				v = merge(name, merged[name], v)
			}
			merged[name] = v
		}
	}
	for name, v := range merged {
		if none || setters[name] < len(branches) {
			before, _ := sc.lookup(name)
			v = merge(name, before, v)
		}
		sc.set(name, v)
	}
}

// merge finds what two ways to set a variable have in common: all of it, the
// beginning when one way only appends to the other, or nothing.
func merge(name string, a, b *variable) *variable {
	if a == b {
		return a
	}
	if a == nil || b == nil {
		return &variable{unknown: conf.Reason("shell variable " + name + " is set on some paths only")}
	}
	if a.unknown != "" {
		return a
	}
	if b.unknown != "" {
		return b
	}
	merged := &variable{array: a.array, exported: a.exported && b.exported, local: a.local && b.local}
	if a.array == b.array {
		if merged.elements = mergeElements(name, a, b); merged.elements != nil {
			return merged
		}
	}
	merged.unknown = multiple(name)
	return merged
}

// mergeElements returns the elements that two variables share, with an unknown
// part for what only one of them has; nil when they differ.
func mergeElements(name string, a, b *variable) []argument {
	if !a.array {
		return mergeTexts(name, a.elements, b.elements)
	}
	x, y := a.elements, b.elements
	if len(x) > len(y) {
		x, y = y, x
	}
	for i := range x {
		if len(x[i].chars) != len(y[i].chars) || !sameChars(x[i].chars, y[i].chars) {
			return nil
		}
	}
	if len(x) == len(y) {
		return slices.Clip(a.elements)
	}
	elements := slices.Clone(x)
	for _, e := range y[len(x):] {
		if len(e.chars) > 0 {
			return append(elements, argument{chars: []char{optional(name, e.chars, true)}, at: e.at})
		}
	}
	return elements
}

// mergeTexts returns the words with which two texts start, and an unknown part
// for the rest; nil when they share none.
func mergeTexts(name string, a, b []argument) []argument {
	if len(a) != 1 || len(b) != 1 {
		return nil
	}
	x, y := a[0], b[0]
	if len(x.chars) > len(y.chars) {
		x, y = y, x
	}
	same := 0
	for same < len(x.chars) && sameChars(x.chars[same:same+1], y.chars[same:same+1]) {
		same++
	}
	switch {
	case same == len(y.chars):
		return a
	case same < len(x.chars): // back to the end of a word
		for same > 0 && !isBlank(x.chars[same-1]) {
			same--
		}
	default:
		for same < len(y.chars)-1 && isBlank(y.chars[same]) {
			same++
		}
	}
	if same == 0 {
		return nil
	}
	return []argument{{chars: append(slices.Clone(y.chars[:same]), optional(name, y.chars[same:], false)), at: y.at}}
}

func isBlank(c char) bool {
	return c.part.unknown == "" && (c.b == ' ' || c.b == '\t' || c.b == '\n')
}

// optional stands for text that a variable holds on some paths only.
func optional(name string, chars []char, many bool) char {
	at, _ := place(chars, 0, len(chars))
	return char{b: unknownByte, at: at, part: &part{
		outer: at, unknown: multiple(name), written: "$" + name, variable: name, many: many,
	}}
}

func sameChars(a, b []char) bool {
	return slices.EqualFunc(a, b, func(x, y char) bool {
		return x.b == y.b && x.part.unknown == y.part.unknown && x.part.written == y.part.written
	})
}

// appended returns the variable after += of further elements.
func (v *variable) appended(elements []argument, array bool) *variable {
	result := &variable{array: v.array || array, exported: v.exported, local: v.local, unknown: v.unknown}
	switch {
	case v.unknown != "":
	case result.array:
		result.elements = slices.Concat(v.elements, elements)
	default:
		var chars []char
		at := source.Extent{}
		for _, e := range slices.Concat(v.elements, elements) {
			chars, at = append(chars, e.chars...), e.at
		}
		result.elements = []argument{{chars: chars, at: at}}
	}
	return result
}
