package submit

import (
	"bytes"
	"errors"
	"fmt"
	"sort"

	"mvdan.cc/sh/v3/syntax"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// script is one shell program: the root text, or the text of a nested shell.
type script struct {
	loader *loader
	text   *text
	// depth counts the shells around this one.
	depth int

	// functions are the names that the script declares.
	functions map[string]bool
	// count tells how many statements set a variable, locals apart; shared are
	// the variables that some function sets for others.
	count  map[string]int
	shared map[string]bool
	// assignments holds the place and name of every assignment, in order.
	assignments []assignment

	// bodies are the functions still to be looked into.
	bodies []body
	// inFunction and quiet count the functions around the current statement,
	// and those that are only run through for what they set.
	inFunction, quiet int
	// nesting counts the statements around the current one.
	nesting int
	// torn says that the end of the script is missing; empty when it is not.
	torn conf.Reason
	// consumed are the commands that turned out to continue another.
	consumed map[*syntax.CallExpr]bool
}

// assignment is a place where a variable is set.
type assignment struct {
	offset int
	name   string
}

// body is a function and the scope that declares it.
type body struct {
	statement *syntax.Stmt
	scope     *scope
}

// piece returns a text decoded from a part of the script.
func piece(chars []char) *text {
	t := &text{bytes: []byte(textOf(chars)), chars: chars}
	t.maskInvalid()
	t.maskComments()
	return t
}

// enter reads a text that a nested shell runs.
func (s *script) enter(chars []char, sc *scope) {
	if s.quiet > 0 || len(chars) == 0 {
		return
	}
	t := piece(chars)
	if !mentions(t.bytes) {
		return
	}
	at := t.extent(0, len(t.bytes))
	if s.loader.nested -= len(chars); s.depth == maximumDepth || s.loader.nested < 0 {
		s.unread(at, fmt.Sprintf("shells in shells are read %d deep, and %d bytes of them", maximumDepth, maximumExpansion))
		return
	}
	(&script{loader: s.loader, text: t, depth: s.depth + 1}).run(sc)
}

// unread reports a part of the script that is too much to read.
func (s *script) unread(at source.Extent, why string) {
	if s.quiet == 0 {
		s.loader.diagnose(source.Warning, conf.TooLargeCode, at, "commands are not read here: "+why, "")
	}
}

// run reads the script's commands; sc holds the variables it starts with.
func (s *script) run(sc *scope) {
	s.consumed = map[*syntax.CallExpr]bool{}
	if tooDeep(s.text.bytes) {
		s.loader.diagnose(source.Error, conf.SyntaxCode, s.text.extent(0, 0),
			fmt.Sprintf("the script nests more than %d deep", maximumParsed), "")
		return
	}
	statements, failure := s.parse()
	s.survey(statements)
	s.statements(statements, sc)
	for len(s.bodies) > 0 {
		b := s.bodies[0]
		s.bodies = s.bodies[1:]
		s.inFunction++
		s.statement(b.statement, &scope{parent: b.scope, several: s.count}, nil)
		s.inFunction--
	}
	if failure != nil {
		s.broken(statements, failure, sc)
	}
}

// parse returns the whole statements of the script, and what ended them before
// the script does.
func (s *script) parse() (statements []*syntax.Stmt, failure error) {
	parser := syntax.NewParser(syntax.Variant(syntax.LangBash))
	for statement, err := range parser.StmtsSeq(bytes.NewReader(s.text.bytes)) {
		switch { // never leave the loop: the parser may yield an error twice
		case failure != nil:
		case err != nil:
			failure = err
		default:
			statements = append(statements, statement)
		}
	}
	return statements, failure
}

// survey finds out which functions there are and where variables are set.
func (s *script) survey(statements []*syntax.Stmt) {
	s.functions, s.count, s.shared = map[string]bool{}, map[string]int{}, map[string]bool{}
	var functionEnd int
	for _, statement := range statements {
		syntax.Walk(statement, func(n syntax.Node) bool {
			if n == nil {
				return true
			}
			inFunction := offset(n.Pos()) < functionEnd
			switch n := n.(type) {
			case *syntax.FuncDecl:
				if n.Name != nil {
					s.functions[n.Name.Value] = true
				}
				functionEnd = max(functionEnd, offset(n.End()))
			case *syntax.DeclClause:
				s.surveyDeclaration(n, inFunction)
			case *syntax.CallExpr:
				s.surveyCall(n, inFunction)
			case *syntax.WordIter:
				s.sets(n.Name, inFunction)
			case *syntax.ParamExp:
				if n.Exp != nil && n.Param != nil && (n.Exp.Op == syntax.AssignUnset || n.Exp.Op == syntax.AssignUnsetOrNull) {
					s.sets(n.Param, inFunction)
				}
			default:
				if name := changed(n); name != nil {
					s.sets(name, inFunction)
				}
			}
			return true
		})
	}
	sort.SliceStable(s.assignments, func(i, j int) bool { return s.assignments[i].offset < s.assignments[j].offset })
}

// surveyCall notes what a simple command sets.
func (s *script) surveyCall(c *syntax.CallExpr, inFunction bool) {
	if len(c.Args) == 0 {
		for _, a := range c.Assigns {
			s.sets(a.Name, inFunction)
		}
		return
	}
	for _, name := range setByBuiltin(c.Args) {
		s.sets(name, inFunction)
	}
}

// surveyDeclaration notes what export, local and their like set.
func (s *script) surveyDeclaration(c *syntax.DeclClause, inFunction bool) {
	local := inFunction && c.Variant.Value != "export" && c.Variant.Value != "readonly"
	for _, a := range c.Args {
		switch {
		case a.Name == nil || a.Naked:
		case local:
			s.assignments = append(s.assignments, assignment{offset(a.Name.Pos()), a.Name.Value})
		default:
			s.sets(a.Name, inFunction)
		}
	}
}

// sets notes a place that sets a variable.
func (s *script) sets(name *syntax.Lit, inFunction bool) {
	s.count[name.Value]++
	if inFunction {
		s.shared[name.Value] = true
	}
	s.assignments = append(s.assignments, assignment{offset(name.Pos()), name.Value})
}

// setWithin returns the variables that a part of the script sets.
func (s *script) setWithin(n syntax.Node) []string {
	start, end := offset(n.Pos()), offset(n.End())
	first := sort.Search(len(s.assignments), func(i int) bool { return s.assignments[i].offset >= start })
	var names []string
	for _, a := range s.assignments[first:] {
		if a.offset >= end {
			break
		}
		names = append(names, a.name)
	}
	return names
}

// assign sets a variable. One that a function also sets has no one value
// outside of that function.
func (s *script) assign(sc *scope, name string, v *variable) {
	if s.inFunction == 0 && s.shared[name] && s.count[name] > 1 {
		v = &variable{unknown: multiple(name)}
	}
	if before, _ := sc.lookup(name); before != nil {
		v.exported = v.exported || before.exported
		v.local = v.local || before.local
	}
	sc.set(name, v)
}

// broken reports that the script does not parse, and reads what can be read
// beyond the last whole statement, line by line.
func (s *script) broken(whole []*syntax.Stmt, failure error, sc *scope) {
	what := failure.Error()
	var parse syntax.ParseError
	var language syntax.LangError
	switch {
	case errors.As(failure, &parse):
		what = parse.Text
	case errors.As(failure, &language):
		what = language.Feature + " are no part of bash"
	}
	end := len(s.text.bytes)
	at := min(position(failure), max(0, end-1))
	s.loader.diagnose(source.Error, conf.SyntaxCode, s.text.use(at, min(at+1, end)), "the shell cannot read this: "+what,
		"commands beyond this place are read line by line, as far as that goes")
	start := 0
	if n := len(whole); n > 0 {
		start = min(offset(whole[n-1].End()), end)
	}
	s.salvage(start, sc)
}

// position returns where the parser stopped.
func position(failure error) int {
	var parse syntax.ParseError
	var language syntax.LangError
	switch {
	case errors.As(failure, &parse):
		return offset(parse.Pos)
	case errors.As(failure, &language):
		return offset(language.Pos)
	}
	return 0
}
