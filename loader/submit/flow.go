package submit

import (
	"fmt"

	"mvdan.cc/sh/v3/syntax"

	"github.com/sparkvet/sparkvet/conf"
)

// statements goes through statements in the order in which they run.
func (s *script) statements(list []*syntax.Stmt, sc *scope) {
	for i, statement := range list {
		s.statement(statement, sc, list[i+1:])
	}
}

// statement goes through one statement; rest are those after it on the same
// level, which may turn out to continue it.
func (s *script) statement(st *syntax.Stmt, sc *scope, rest []*syntax.Stmt) {
	if s.nesting == maximumNesting {
		s.unread(s.text.extent(s.text.bounds(st)),
			fmt.Sprintf("statements that nest more than %d deep are not read", maximumNesting))
		return
	}
	s.nesting++
	defer func() { s.nesting-- }()
	if st.Background || st.Coprocess {
		sc = newScope(sc)
	}
	for _, r := range st.Redirs {
		s.substitutions(r.Word, sc)
		s.substitutions(r.Hdoc, sc)
	}
	if closes(st) {
		rest = nil
	}
	s.command(st, sc, rest)
}

func (s *script) command(st *syntax.Stmt, sc *scope, rest []*syntax.Stmt) {
	switch c := st.Cmd.(type) {
	case *syntax.CallExpr:
		s.call(st, c, sc, rest)
	case *syntax.BinaryCmd:
		s.chain(c, sc, rest)
	case *syntax.Subshell:
		s.statements(c.Stmts, newScope(sc))
	case *syntax.Block:
		s.statements(c.Stmts, sc)
	case *syntax.IfClause:
		s.ifClause(c, sc)
	case *syntax.WhileClause:
		s.forget(c, sc)
		s.round(sc, c.Cond, c.Do)
	case *syntax.ForClause:
		s.forClause(c, sc)
	case *syntax.CaseClause:
		s.caseClause(c, sc)
	case *syntax.FuncDecl:
		s.function(c, sc)
	case *syntax.DeclClause:
		s.declare(c, sc)
	case *syntax.TimeClause:
		if c.Stmt != nil {
			s.statement(c.Stmt, sc, rest)
		}
	case *syntax.CoprocClause:
		s.statement(c.Stmt, newScope(sc), nil)
	case *syntax.TestDecl:
		s.statement(c.Body, newScope(sc), nil)
	case *syntax.ArithmCmd:
		s.arithmetic(c, sc)
	case *syntax.LetClause:
		s.arithmetic(c, sc)
	case *syntax.TestClause:
		s.substitutions(c, sc)
	}
}

// chain goes through a && b, a || b and a | b. What follows && or || may not
// run; each part of a pipeline runs in a shell of its own.
func (s *script) chain(c *syntax.BinaryCmd, sc *scope, rest []*syntax.Stmt) {
	type link struct {
		op        syntax.BinCmdOperator
		statement *syntax.Stmt
	}
	var links []link // last first
	var first *syntax.Stmt
	for cmd := c; ; {
		links = append(links, link{cmd.Op, cmd.Y})
		first = cmd.X
		next, ok := first.Cmd.(*syntax.BinaryCmd)
		if !ok || len(first.Redirs) > 0 || isPipe(next) != isPipe(c) {
			break
		}
		cmd = next
	}
	if isPipe(c) {
		s.statement(first, newScope(sc), nil)
		from := first
		for i := len(links) - 1; i >= 0; i-- {
			s.piped(from, links[i].statement, sc)
			s.statement(links[i].statement, newScope(sc), nil)
			from = links[i].statement
		}
		return
	}
	s.statement(first, sc, nil)
	current := newScope(sc)
	branches := []*scope{current}
	for i := len(links) - 1; i >= 0; i-- {
		if i < len(links)-1 && links[i].op == syntax.OrStmt {
			current = newScope(sc)
			branches = append(branches, current)
		}
		var after []*syntax.Stmt
		if i == 0 {
			after = rest
		}
		s.statement(links[i].statement, current, after)
	}
	sc.join(branches, true)
}

func isPipe(c *syntax.BinaryCmd) bool { return c.Op == syntax.Pipe || c.Op == syntax.PipeAll }

func (s *script) ifClause(c *syntax.IfClause, sc *scope) {
	conditions := sc
	var branches []*scope
	exhaustive := false
	for ; c != nil; c = c.Else {
		s.statements(c.Cond, conditions)
		if len(branches) == 0 {
			conditions = newScope(sc) // of elif, which may not run
		}
		exhaustive = len(c.Cond) == 0
		branch := newScope(sc)
		s.statements(c.Then, branch)
		branches = append(branches, branch)
	}
	sc.join(branches, !exhaustive)
	sc.join([]*scope{conditions}, true)
}

func (s *script) caseClause(c *syntax.CaseClause, sc *scope) {
	s.substitutions(c.Word, sc)
	var branches []*scope
	exhaustive := false
	for _, item := range c.Items {
		for _, p := range item.Patterns {
			exhaustive = exhaustive || p.Lit() == "*"
		}
		branch := newScope(sc)
		s.statements(item.Stmts, branch)
		branches = append(branches, branch)
	}
	sc.join(branches, !exhaustive)
}

func (s *script) forClause(c *syntax.ForClause, sc *scope) {
	s.forget(c, sc)
	if words, ok := c.Loop.(*syntax.WordIter); ok {
		for _, w := range words.Items {
			s.substitutions(w, sc)
		}
		v := &variable{unknown: conf.Reason("loop variable " + words.Name.Value + " takes more than one value")}
		if items := s.allArguments(words.Items, sc); len(items) == 1 {
			v = &variable{elements: items}
		}
		s.assign(sc, words.Name.Value, v)
	} else {
		s.arithmetic(c.Loop, sc)
	}
	s.round(sc, nil, c.Do)
}

// forget makes unknown what a loop sets: its body finds what an earlier round
// left there.
func (s *script) forget(loop syntax.Node, sc *scope) {
	for _, name := range s.setWithin(loop) {
		if before, _ := sc.lookup(name); before == nil || before.unknown == "" {
			s.assign(sc, name, &variable{unknown: conf.Reason("shell variable " + name + " is set in a loop")})
		}
	}
}

// round goes through one round of a loop that may also take none.
func (s *script) round(sc *scope, condition, do []*syntax.Stmt) {
	inside := newScope(sc)
	s.statements(condition, inside)
	s.statements(do, inside)
	sc.join([]*scope{inside}, true)
}

// function runs through a function for the variables it sets, and keeps it to
// be looked into when all variables of the script are known.
func (s *script) function(c *syntax.FuncDecl, sc *scope) {
	inside := newScope(sc)
	s.inFunction++
	s.quiet++
	s.statement(c.Body, inside, nil)
	s.quiet--
	s.inFunction--
	for name, v := range inside.vars {
		switch {
		case v == nil || v.local:
		case s.count[name] > 1:
			sc.set(name, &variable{unknown: multiple(name)})
		default:
			sc.set(name, v)
		}
	}
	if s.quiet == 0 {
		s.bodies = append(s.bodies, body{c.Body, sc})
	}
}

// substitutions goes through the commands inside a word: $(…), `…`, <(…).
func (s *script) substitutions(n syntax.Node, sc *scope) {
	if n == nil {
		return
	}
	if w, ok := n.(*syntax.Word); ok && (w == nil || literalOnly(w)) {
		return
	}
	syntax.Walk(n, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.CmdSubst:
			if n.Backquotes {
				s.backquoted(n, sc)
			} else {
				s.statements(n.Stmts, newScope(sc))
			}
			return false
		case *syntax.ProcSubst:
			s.statements(n.Stmts, newScope(sc))
			return false
		}
		return true
	})
}

// literalOnly reports whether a word holds no expansion.
func literalOnly(w *syntax.Word) bool {
	for _, p := range w.Parts {
		switch p.(type) {
		case *syntax.Lit, *syntax.SglQuoted:
		default:
			return false
		}
	}
	return true
}
