package submit

import (
	"bytes"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// continued joins to a command the lines that its author meant to belong to
// it, where the end of a line cut them off.
func (s *submission) continued(args []argument, rest []*syntax.Stmt) []argument {
	args = slices.Clone(args)
	for len(rest) > 0 && len(args) > 0 {
		next := firstCall(rest[0])
		if next == nil || s.script.consumed[next] {
			break
		}
		more := separated(s.script.allArguments(next.Args, s.scope))
		cut, ok := s.cutOff(args, more)
		if !ok {
			break
		}
		if onlyBlanks(args[len(args)-1]) {
			args = args[:len(args)-1]
		}
		s.observe(cut)
		args = append(args, more...)
		s.script.consumed[next] = true
		if rest[0].Cmd != syntax.Command(next) || closes(rest[0]) {
			break
		}
		rest = rest[1:]
	}
	return args
}

// closes reports whether a statement cannot go on in the next line.
func closes(st *syntax.Stmt) bool { return st.Semicolon.IsValid() || len(st.Redirs) > 0 }

// firstCall returns the command that a statement starts with; nil when it
// starts with something else.
func firstCall(st *syntax.Stmt) *syntax.CallExpr {
	for !st.Negated {
		switch c := st.Cmd.(type) {
		case *syntax.CallExpr:
			if len(c.Assigns) > 0 || len(c.Args) == 0 {
				return nil
			}
			return c
		case *syntax.BinaryCmd:
			st = c.X
		default:
			return nil
		}
	}
	return nil
}

// cutOff decides whether the words of the next statement belong to the
// command, and says how they were cut off.
func (s *submission) cutOff(args, more []argument) (o observed, ok bool) {
	if len(more) == 0 || more[0].at.Start < args[len(args)-1].at.End {
		return o, false
	}
	text := s.script.loader.src.Text
	last := args[len(args)-1]
	gap := text[last.at.End:more[0].at.Start]
	lineEnd := last.at.End + len(gap) - len(bytes.TrimLeft(gap, " \t\r"))
	comment := bytes.IndexByte(gap, '#')
	lines := bytes.Count(gap, []byte("\n"))
	o = observed{kind: LostContinuation, text: more[0].String()}
	if onlyBlanks(last) && lines == 1 {
		o.at = source.Extent{Start: last.at.Start, End: lineEnd}
		if comment < 0 {
			o.suggestion, o.replacement, o.exact = `\`, `\`, true
		}
		return o, true
	}
	if lines == 0 || !s.continues(args, more) {
		return o, false
	}
	if comment >= 0 {
		line, _, _ := bytes.Cut(gap[comment:], []byte("\n"))
		start := last.at.End + comment
		o.at = source.Extent{Start: start, End: start + len(bytes.TrimRight(line, "\r"))}
		return o, true
	}
	o.at = last.at
	if !onlyBlanks(last) {
		o.suggestion = string(text[last.at.Start:last.at.End]) + ` \`
		o.replacement, o.exact = o.suggestion, lines == 1 && text[lineEnd] == '\n'
	}
	return o, true
}

// continues reports whether the words of a line can be no command of their
// own: they start with an option, with the value that one lacks, or with the
// application that spark-submit still misses.
func (s *submission) continues(args, words []argument) bool {
	first, _ := mended(words[0])
	text := first.String()
	last, _ := mended(args[len(args)-1])
	o := conf.OptionNamed(last.String())
	switch {
	case strings.HasPrefix(text, "--") && len(text) > 2 && isLetter(text[2]), text == "-c":
		return true
	case o != nil && !o.Switch:
		return !isCommand(first) && slices.ContainsFunc(words[1:], func(a argument) bool {
			a, _ = mended(a)
			name, _, _ := splitOption(a)
			return looksLikeApplication(a.String()) || conf.OptionNamed(name.String()) != nil
		})
	}
	return !s.program.shell && looksLikeApplication(text) && s.misses(args)
}

// isCommand reports whether a word names a Spark command or a wrapper.
func isCommand(a argument) bool {
	_, isProgram := programs[commandName(a)]
	_, isWrapper := wrappers[commandName(a)]
	return isProgram || isWrapper
}

// onlyBlanks reports whether an argument is nothing but escaped blanks, as a
// backslash before blanks at the end of a line leaves behind.
func onlyBlanks(a argument) bool {
	for _, c := range a.chars {
		if c.b != ' ' && c.b != '\t' || c.part.quoted || c.part.use != nil {
			return false
		}
	}
	return len(a.chars) > 0
}
