package submit

import (
	"regexp"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/sparkvet/sparkvet/source"
)

// invocation is what a command comes down to once its wrappers are taken off.
type invocation struct {
	// args start with the program.
	args []argument
	// clean: the program does not see the variables that the script exports.
	clean bool
	// more: the wrapper adds arguments of its own at the end, as xargs does.
	more bool
}

// call goes through a simple command: assignments, or a program with its
// arguments.
func (s *script) call(st *syntax.Stmt, c *syntax.CallExpr, sc *scope, rest []*syntax.Stmt) {
	for _, a := range c.Assigns {
		s.substitutions(a, sc)
	}
	for _, w := range c.Args {
		s.substitutions(w, sc)
	}
	switch {
	case s.consumed[c]:
		return
	case len(c.Args) == 0:
		for _, a := range c.Assigns {
			s.assignment(a, sc, false)
		}
		return
	case s.builtin(c, sc), s.quiet > 0:
		return
	}
	environment := sc
	if len(c.Assigns) > 0 {
		environment = newScope(sc)
		for _, a := range c.Assigns {
			s.assignment(a, environment, false)
		}
		for _, v := range environment.vars {
			v.exported = true
		}
	}
	in := s.unwrap(separated(s.allArguments(c.Args, sc)))
	if len(in.args) == 0 {
		return
	}
	if p, ok := programs[commandName(in.args[0])]; ok {
		s.spark(p, in, sc, environment, rest)
		return
	}
	s.nested(in, st, sc, environment)
}

// sparkSubmitVariable matches the names of variables that hold the command.
var sparkSubmitVariable = regexp.MustCompile(`(?i)spark_?submit`)

// commandName returns the program's name without its folder; empty when it is
// not known.
func commandName(a argument) string {
	start := 0
	for i, c := range a.chars {
		if c.part.unknown != "" || c.b == '/' {
			start = i + 1
		}
	}
	if start == len(a.chars) && start == 1 && sparkSubmitVariable.MatchString(a.chars[0].part.variable) {
		return "spark-submit"
	}
	return textOf(a.chars[start:])
}

// nested reads the text that another shell runs: bash -c, eval, ssh, a
// here-document.
func (s *script) nested(in invocation, st *syntax.Stmt, sc, environment *scope) {
	child := childScope(in, environment)
	text, reads := s.shellText(in)
	if reads {
		text = s.input(st, sc)
	}
	switch name := commandName(in.args[0]); name {
	case "eval":
		s.enter(joined(in.args[1:]), sc)
	case "cat", "tee":
		if writesScript(st, in.args) {
			s.enter(s.input(st, sc), &scope{})
		}
	case "tmux", "screen", "watch", "script", "flock", "parallel", "vagrant", "gcloud":
		for _, a := range in.args[1:] {
			if command := afterOption(a); strings.ContainsAny(textOf(command), " \t\n") {
				s.enter(command, child)
			}
		}
	default:
		s.enter(text, child)
	}
}

// childScope returns what a nested shell sees of the script's variables: those
// that are exported, and none on another host or for another user.
func childScope(in invocation, sc *scope) *scope {
	if in.clean || has("ssh su runuser", commandName(in.args[0])) {
		return &scope{}
	}
	return &scope{parent: sc, exports: true}
}

// shellText returns the script that a shell is given as an argument; reads
// tells that it reads one from its standard input instead.
func (s *script) shellText(in invocation) (text []char, reads bool) {
	args := in.args
	switch commandName(args[0]) {
	case "bash", "sh", "zsh", "dash", "ksh", "ash":
		return shellOptions(args)
	case "ssh":
		words := wrapper{values: "-b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w -B", operands: 1}.strip(args, &in)
		if len(words) == 0 {
			return nil, true
		}
		line := joined(words)
		if first, _, _ := strings.Cut(strings.TrimSpace(textOf(line)), " "); has("bash sh zsh ksh", first) {
			_, reads = shellOptions(atBlanks(line))
		}
		return line, reads
	case "su", "runuser":
		for i, a := range args[1:] {
			word := a.String()
			switch {
			case strings.HasPrefix(word, "--command="):
				return a.chars[len("--command="):], false
			case word == "--command", len(word) > 1 && word[0] == '-' && word[1] != '-' && strings.HasSuffix(word, "c"):
				if i+2 < len(args) {
					return args[i+2].chars, false
				}
			}
		}
		return nil, true
	}
	return nil, false
}

// shellOptions reads the options of bash and its like.
func shellOptions(args []argument) (text []char, reads bool) {
	command, input := false, false
	i := 1
	for ; i < len(args); i++ {
		word := args[i].String()
		if len(word) < 2 || word[0] != '-' && word[0] != '+' {
			break
		}
		if strings.HasPrefix(word, "--") {
			if word == "--rcfile" || word == "--init-file" {
				i++
			}
			continue
		}
		command = command || word[0] == '-' && strings.Contains(word, "c")
		input = input || word[0] == '-' && strings.Contains(word, "s")
		if strings.HasSuffix(word, "o") || strings.HasSuffix(word, "O") {
			i++
		}
	}
	switch {
	case command && i < len(args):
		return args[i].chars, false
	case command:
		return nil, false
	}
	return nil, input || i >= len(args)
}

// input returns the here-document or here-string of a statement.
func (s *script) input(st *syntax.Stmt, sc *scope) []char {
	for _, r := range st.Redirs {
		switch r.Op {
		case syntax.Hdoc, syntax.DashHdoc:
			return s.hereDocument(r, sc)
		case syntax.WordHdoc:
			return s.assigned(r.Word, sc).chars
		}
	}
	return nil
}

// piped reads what cat <<EOF or echo hands to a shell through a pipe.
func (s *script) piped(from, to *syntax.Stmt, sc *scope) {
	writer, ok := from.Cmd.(*syntax.CallExpr)
	if !ok || len(writer.Args) == 0 || s.quiet > 0 {
		return
	}
	reader, ok := to.Cmd.(*syntax.CallExpr)
	if !ok || len(reader.Args) == 0 {
		return
	}
	in := s.unwrap(s.allArguments(reader.Args, sc))
	if len(in.args) == 0 {
		return
	}
	if _, reads := s.shellText(in); !reads {
		return
	}
	child := childScope(in, sc)
	switch writer.Args[0].Lit() {
	case "cat":
		s.enter(s.input(from, sc), child)
	case "echo":
		s.enter(joined(s.allArguments(writer.Args[1:], sc)), child)
	}
}

// writesScript reports whether cat or tee writes a shell script.
func writesScript(st *syntax.Stmt, args []argument) bool {
	for _, r := range st.Redirs {
		if r.Op == syntax.RdrOut || r.Op == syntax.AppOut || r.Op == syntax.RdrClob {
			if n := len(r.Word.Parts); n > 0 && strings.HasSuffix(lastLiteral(r.Word), ".sh") {
				return true
			}
		}
	}
	for _, a := range args[1:] {
		if strings.HasSuffix(a.String(), ".sh") {
			return commandName(args[0]) == "tee"
		}
	}
	return false
}

// lastLiteral returns the literal text at the end of a word.
func lastLiteral(w *syntax.Word) string {
	switch p := w.Parts[len(w.Parts)-1].(type) {
	case *syntax.Lit:
		return p.Value
	case *syntax.SglQuoted:
		return p.Value
	case *syntax.DblQuoted:
		if n := len(p.Parts); n > 0 {
			if lit, ok := p.Parts[n-1].(*syntax.Lit); ok {
				return lit.Value
			}
		}
	}
	return ""
}

// joined puts arguments together with blanks, as eval and ssh do.
func joined(args []argument) []char {
	var chars []char
	for i, a := range args {
		if i > 0 {
			chars = append(chars, blank(args[i-1], a))
		}
		chars = append(chars, a.chars...)
	}
	return chars
}

// atBlanks splits a text at its blanks, without regard to quotes.
func atBlanks(chars []char) []argument {
	var words []argument
	start := 0
	for i := 0; i <= len(chars); i++ {
		if i == len(chars) || chars[i].b == ' ' {
			if start < i {
				words = append(words, argument{chars: chars[start:i]})
			}
			start = i + 1
		}
	}
	return words
}

// blank stands for what separates two arguments.
func blank(before, after argument) char {
	gap := source.Extent{Start: before.at.End, End: max(before.at.End, after.at.Start)}
	return char{b: ' ', at: gap, part: &part{outer: gap}}
}

// afterOption returns the text of --name=text, or the whole argument.
func afterOption(a argument) []char {
	if i := a.equals(); i > 2 && strings.HasPrefix(a.String(), "--") && !strings.Contains(textOf(a.chars[:i]), " ") {
		return a.chars[i+1:]
	}
	return a.chars
}
