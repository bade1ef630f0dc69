package submit

import (
	"bytes"

	"mvdan.cc/sh/v3/syntax"
)

// hereDocument decodes the body of a here-document.
func (s *script) hereDocument(r *syntax.Redirect, sc *scope) []char {
	if r.Hdoc == nil {
		return nil
	}
	d := decoder{script: s, text: s.text, scope: sc, whole: true}
	verbatim := len(r.Word.Parts) != 1
	if lit, ok := r.Word.Parts[0].(*syntax.Lit); !ok || bytes.ContainsRune([]byte(lit.Value), '\\') {
		verbatim = true
	}
	stop := s.assigned(r.Word, sc).String()
	for i, p := range r.Hdoc.Parts {
		lit, ok := p.(*syntax.Lit)
		if !ok {
			d.part(p, true)
			continue
		}
		start, end := offset(lit.Pos()), min(offset(lit.End()), len(s.text.bytes))
		if i == len(r.Hdoc.Parts)-1 {
			end = beforeStop(s.text.bytes, start, end, stop)
		}
		base := &part{outer: s.text.extent(start, end), quoted: true}
		d.hereLiteral(start, end, base, verbatim, r.Op == syntax.DashHdoc, i == 0)
	}
	return d.current
}

// beforeStop leaves the line that ends a here-document out of text[start:end].
func beforeStop(text []byte, start, end int, stop string) int {
	line := start + bytes.LastIndexByte(text[start:end], '\n') + 1
	if string(bytes.Trim(text[line:end], "\t\r\n")) == stop {
		return line
	}
	return end
}

// hereLiteral decodes text of a here-document; tabs at the start of a line are
// left out of one that was written with <<-.
func (d *decoder) hereLiteral(start, end int, base *part, verbatim, dash, lineStart bool) {
	text := d.text.bytes
	for i := start; i < end; i++ {
		b, next := text[i], followed(text, i)
		switch {
		case dash && lineStart && b == '\t':
			continue
		case b == '\r' && next == '\n':
			continue
		case b != '\\' || verbatim:
			d.copy(i, i+1, base)
		case next == '\n':
			i++
			lineStart = true
			continue
		case next == '$' || next == '`' || next == '\\':
			d.escaped(next, i, i+2, base)
			i++
		default:
			d.copy(i, i+1, base)
		}
		lineStart = b == '\n'
	}
}

// backquoted reads the commands in `…`, where a backslash before `, $ or
// another backslash is taken off before anything else.
func (s *script) backquoted(c *syntax.CmdSubst, sc *scope) {
	start, end := offset(c.Left)+1, min(offset(c.Right), len(s.text.bytes))
	if start >= end {
		return
	}
	d := decoder{script: s, text: s.text, scope: sc, whole: true}
	base := &part{outer: s.text.extent(start, end)}
	for i := start; i < end; i++ {
		next := followed(s.text.bytes, i)
		if s.text.bytes[i] == '\\' && i+1 < end && (next == '`' || next == '$' || next == '\\') {
			d.escaped(next, i, i+2, base)
			i++
			continue
		}
		d.copy(i, i+1, base)
	}
	s.enter(d.current, newScope(sc))
}
