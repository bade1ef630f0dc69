package submit

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/sparkvet/sparkvet/conf"
)

// assignment sets what NAME=value, NAME+=value or NAME=(…) sets.
func (s *script) assignment(a *syntax.Assign, sc *scope, local bool) {
	if a.Name == nil {
		return
	}
	name := a.Name.Value
	v := &variable{array: a.Array != nil}
	switch {
	case a.Index != nil:
		v = &variable{unknown: conf.Reason("shell variable " + name + " is set element by element")}
	case a.Array != nil:
		for _, e := range a.Array.Elems {
			if e.Index != nil || e.Value == nil {
				v.unknown = conf.Reason("shell variable " + name + " is set element by element")
				break
			}
			v.elements = append(v.elements, s.arguments(e.Value, sc)...)
		}
	default:
		v.elements = []argument{s.assigned(a.Value, sc)}
	}
	if before, known := sc.lookup(name); a.Append && v.unknown == "" {
		switch {
		case before != nil:
			v = s.appended(name, before, v)
		case !known && !local:
			v = &variable{unknown: conf.Reason("shell variable " + name + " has no value here")}
		}
	}
	v.local = v.local || local
	s.assign(sc, name, v)
}

// appended returns what += leaves in a variable.
func (s *script) appended(name string, before, more *variable) *variable {
	for _, e := range before.elements {
		s.loader.budget -= len(e.chars) + 1
	}
	if s.loader.budget < 0 {
		return &variable{unknown: conf.Reason("shell variable " + name + " is too long to follow")}
	}
	return before.appended(more.elements, more.array)
}

// declare goes through export, local, declare, readonly and typeset.
func (s *script) declare(c *syntax.DeclClause, sc *scope) {
	kind := c.Variant.Value
	exported, associative := kind == "export", false
	local := s.inFunction > 0 && kind != "export" && kind != "readonly"
	for _, a := range c.Args {
		s.substitutions(a, sc)
		if a.Name != nil || a.Value == nil {
			continue
		}
		if options := a.Value.Lit(); strings.HasPrefix(options, "-") {
			exported = exported || strings.Contains(options, "x")
			local = local && !strings.Contains(options, "g")
			associative = associative || strings.ContainsAny(options, "An")
		}
	}
	for _, a := range c.Args {
		if a.Name == nil {
			continue
		}
		name := a.Name.Value
		switch {
		case associative:
			sc.set(name, &variable{local: local, unknown: conf.Reason("shell variable " + name + " is a map or a reference")})
		case !a.Naked:
			s.assignment(a, sc, local)
		case local:
			sc.set(name, &variable{local: true})
		}
		if before, _ := sc.lookup(name); exported && before != nil {
			v := *before
			v.exported = true
			sc.set(name, &v)
		}
	}
}

// builtin handles the commands that change variables; false for any other.
func (s *script) builtin(c *syntax.CallExpr, sc *scope) bool {
	switch c.Args[0].Lit() {
	case "unset":
		for _, w := range c.Args[1:] {
			if name := w.Lit(); syntax.ValidName(name) {
				sc.set(name, nil)
			}
		}
		return true
	case "read", "mapfile", "readarray", "getopts", "printf":
		for _, name := range setByBuiltin(c.Args) {
			s.assign(sc, name.Value, &variable{unknown: conf.Reason(
				"shell variable " + name.Value + " is set by " + c.Args[0].Lit() + " when the script runs")})
		}
		return true
	}
	return false
}

// setByBuiltin returns the names that a builtin command gives values to.
func setByBuiltin(words []*syntax.Word) []*syntax.Lit {
	var names []*syntax.Lit
	add := func(w *syntax.Word) {
		if lit, ok := w.Parts[0].(*syntax.Lit); ok && len(w.Parts) == 1 && syntax.ValidName(lit.Value) {
			names = append(names, lit)
		}
	}
	switch words[0].Lit() {
	case "read":
		for _, w := range operands(words[1:], "dinNptu") {
			add(w)
		}
	case "mapfile", "readarray":
		for _, w := range operands(words[1:], "dnOsuCc") {
			add(w)
		}
	case "getopts":
		if len(words) > 2 {
			add(words[2])
		}
	case "printf":
		if len(words) > 2 && words[1].Lit() == "-v" {
			add(words[2])
		}
	}
	return names
}

// operands returns the words that are no options, nor the value of one of the
// options whose letters are given.
func operands(words []*syntax.Word, withValue string) []*syntax.Word {
	var rest []*syntax.Word
	for i := 0; i < len(words); i++ {
		option := words[i].Lit()
		switch {
		case !strings.HasPrefix(option, "-"):
			rest = append(rest, words[i])
		case strings.ContainsRune(withValue, rune(option[len(option)-1])):
			i++
		}
	}
	return rest
}

// arithmetic makes unknown what an arithmetic expression changes.
func (s *script) arithmetic(n syntax.Node, sc *scope) {
	syntax.Walk(n, func(n syntax.Node) bool {
		if name := changed(n); name != nil {
			s.assign(sc, name.Value, &variable{unknown: conf.Reason("shell variable " + name.Value + " is set by arithmetic")})
		}
		_, command := n.(*syntax.CmdSubst)
		return !command
	})
}

// changed returns the name that an arithmetic operator changes; nil for any
// other node.
func changed(n syntax.Node) *syntax.Lit {
	var operand syntax.ArithmExpr
	switch n := n.(type) {
	case *syntax.BinaryArithm:
		switch n.Op {
		case syntax.Eql, syntax.Neq, syntax.Leq, syntax.Geq:
			return nil
		}
		if strings.HasSuffix(n.Op.String(), "=") {
			operand = n.X
		}
	case *syntax.UnaryArithm:
		if n.Op == syntax.Inc || n.Op == syntax.Dec {
			operand = n.X
		}
	}
	word, ok := operand.(*syntax.Word)
	if !ok || len(word.Parts) != 1 {
		return nil
	}
	name, ok := word.Parts[0].(*syntax.Lit)
	if !ok || !syntax.ValidName(name.Value) {
		return nil
	}
	return name
}
