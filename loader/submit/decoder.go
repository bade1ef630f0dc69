package submit

import (
	"bytes"
	"slices"

	"mvdan.cc/sh/v3/syntax"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// decoder turns one word of the shell's grammar into the arguments that the
// shell would make of it, with the place of every byte.
type decoder struct {
	script *script
	text   *text
	scope  *scope
	// whole: blanks do not split, as on the right of an assignment.
	whole bool

	fields  []argument
	current []char
	// started: the current field exists even if it stays empty.
	started bool
	// origin and base tell which part the last byte was copied from, and into
	// which literal.
	origin, base *part
}

// arguments decodes a word into none, one or several arguments.
func (s *script) arguments(word *syntax.Word, sc *scope) []argument {
	d := decoder{script: s, text: s.text, scope: sc}
	at := s.text.use(s.text.bounds(word))
	if hasBraces(word) {
		d.unknown("brace expansion "+excerpt(d.source(word))+" is not computed", word, "", false)
	} else {
		d.parts(word.Parts, false)
	}
	d.end()
	for i := range d.fields {
		f := &d.fields[i]
		d.wildcards(f.chars)
		if f.at = at; len(d.fields) > 1 && len(f.chars) > 0 {
			first, last := useOf(f.chars[0]), useOf(f.chars[len(f.chars)-1])
			f.at = source.Extent{Start: first.Start, End: max(first.Start, last.End)}
		}
	}
	return d.fields
}

// allArguments decodes the words of a command.
func (s *script) allArguments(words []*syntax.Word, sc *scope) []argument {
	args := make([]argument, 0, len(words))
	for _, w := range words {
		args = append(args, s.arguments(w, sc)...)
	}
	return args
}

// assigned decodes the right side of an assignment, or a here-string: one
// text, whatever it holds.
func (s *script) assigned(word *syntax.Word, sc *scope) argument {
	if word == nil {
		return argument{}
	}
	d := decoder{script: s, text: s.text, scope: sc, whole: true}
	d.parts(word.Parts, false)
	return argument{chars: d.current, at: s.text.extent(s.text.bounds(word))}
}

// offset converts the parser's position; an invalid one is at the start.
func offset(p syntax.Pos) int { return int(p.Offset()) }

// bounds returns where a node stands in the text, without the escaped line end
// that the parser may count to it.
func (t *text) bounds(n syntax.Node) (start, end int) {
	start, end = offset(n.Pos()), min(offset(n.End()), len(t.bytes))
	for end > start {
		switch b, next := t.bytes[end-1], followed(t.bytes, end-1); {
		case b == '\n' && end > start+1 && (t.bytes[end-2] == '\\' || t.bytes[end-2] == '\r'),
			b == '\r' && next == '\n',
			b == '\\' && (next == '\n' || next == '\r'):
			end--
		default:
			return start, end
		}
	}
	return start, end
}

func (d *decoder) parts(parts []syntax.WordPart, quoted bool) {
	for _, p := range parts {
		d.part(p, quoted)
	}
}

func (d *decoder) part(p syntax.WordPart, quoted bool) {
	switch p := p.(type) {
	case *syntax.Lit:
		base := &part{outer: d.extent(p), quoted: quoted}
		d.literal(offset(p.Pos()), offset(p.End()), base)
	case *syntax.SglQuoted:
		d.single(p)
	case *syntax.DblQuoted:
		d.double(p)
	case *syntax.ParamExp:
		d.parameter(p, quoted)
	case *syntax.CmdSubst:
		d.unknown("the output of "+excerpt(d.source(p))+" is not known here", p, "", quoted)
	case *syntax.ArithmExp:
		d.script.arithmetic(p, d.scope)
		d.unknown("arithmetic "+excerpt(d.source(p))+" is not computed", p, "", quoted)
	default:
		d.unknown(excerpt(d.source(p))+" is not computed", p, "", quoted)
	}
}

func (d *decoder) extent(n syntax.Node) source.Extent {
	return d.text.extent(d.text.bounds(n))
}

// use returns where a node stands in the command itself.
func (d *decoder) use(n syntax.Node) source.Extent {
	if start := offset(n.Pos()); start < len(d.text.chars) {
		if use := d.text.chars[start].part.use; use != nil {
			return *use
		}
	}
	return d.extent(n)
}

// source returns a node as it stands in the script.
func (d *decoder) source(n syntax.Node) string {
	return d.text.source(d.text.bounds(n))
}

// excerpt shortens a text for a reason.
func excerpt(s string) string {
	const most = 60
	if i := bytes.IndexAny([]byte(s), "\r\n"); i >= 0 && i <= most {
		return s[:i] + "…"
	}
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}

// literal decodes unquoted text, or text within double quotes.
func (d *decoder) literal(start, end int, base *part) {
	text := d.text.bytes
	for i := start; i < end; i++ {
		switch next := followed(text, i); {
		case text[i] == '\r' && next == '\n':
		case text[i] != '\\':
			d.copy(i, i+1, base)
		case next == '\n':
			i++
		case next == '\r' && followed(text, i+1) == '\n':
			i += 2
		case i+1 == end:
			d.copy(i, i+1, base)
		case base.quoted && next != '$' && next != '`' && next != '"' && next != '\\':
			d.copy(i, i+1, base)
		default:
			d.escaped(d.text.char(i+1).b, i, i+2, base)
			i++
		}
	}
}

// followed returns the byte after an offset; 0 at the end.
func followed(text []byte, i int) byte {
	if i+1 < len(text) {
		return text[i+1]
	}
	return 0
}

func (d *decoder) single(q *syntax.SglQuoted) {
	base := &part{outer: d.extent(q), quoted: true}
	d.started = true
	start, end := offset(q.Left)+1, offset(q.Right)
	if q.Dollar {
		d.ansi(start+1, end, base)
		return
	}
	for i := start; i < end; i++ {
		if d.text.bytes[i] == '\r' && followed(d.text.bytes, i) == '\n' {
			continue
		}
		d.copy(i, i+1, base)
	}
}

func (d *decoder) double(q *syntax.DblQuoted) {
	base := &part{outer: d.extent(q), quoted: true}
	if !lonelyArray(q) {
		d.started = true
	}
	for _, p := range q.Parts {
		if lit, ok := p.(*syntax.Lit); ok {
			d.literal(offset(lit.Pos()), offset(lit.End()), base)
			continue
		}
		d.part(p, true)
	}
}

// lonelyArray reports whether a quoted string is "${A[@]}" or "$@" alone, which
// is no word at all when the array is empty.
func lonelyArray(q *syntax.DblQuoted) bool {
	if len(q.Parts) != 1 {
		return false
	}
	p, ok := q.Parts[0].(*syntax.ParamExp)
	return ok && p.Param != nil && (p.Param.Value == "@" || indexWord(p.Index) == "@")
}

// copy appends text[start] as decoded from text[start:end].
func (d *decoder) copy(start, end int, base *part) {
	c := d.text.char(start)
	d.append(c.b, c.part, start, end, base)
}

// escaped appends a byte that stands in the text as text[start:end].
func (d *decoder) escaped(b byte, start, end int, base *part) {
	d.append(b, d.text.char(end-1).part, start, end, base)
}

// append adds a decoded byte; outer is the part it belonged to in the text
// that is decoded, where that is itself a decoded one.
func (d *decoder) append(b byte, outer *part, start, end int, base *part) {
	if outer == nil || outer.use == nil && outer.unknown == "" {
		d.add(char{b: b, at: d.text.extent(start, end), part: base})
		d.origin = nil
		return
	}
	if outer == d.origin && base == d.base {
		if outer.unknown == "" {
			d.add(char{b: b, at: d.text.extent(start, end), part: d.current[len(d.current)-1].part})
		}
		return
	}
	copied := *outer
	copied.quoted = base.quoted
	copied.many = outer.many && !base.quoted
	at := d.text.extent(start, end)
	if outer.unknown != "" {
		b, at = unknownByte, outer.outer
	}
	d.add(char{b: b, at: at, part: &copied})
	d.origin, d.base = outer, base
}

func (d *decoder) add(c char) {
	d.current = append(d.current, c)
	d.started = true
}

// unknown appends a part that cannot be known.
func (d *decoder) unknown(why string, n syntax.Node, variable string, quoted bool) {
	d.origin = nil
	at := d.extent(n)
	p := &part{outer: at, quoted: quoted, unknown: conf.Reason(why), written: d.source(n), variable: variable, many: !quoted}
	if use := d.use(n); use != at {
		p.use = &use
	}
	d.add(char{b: unknownByte, at: at, part: p})
}

// end closes the current field, if there is one.
func (d *decoder) end() {
	if d.started {
		d.fields = append(d.fields, argument{chars: d.current})
	}
	d.current, d.started, d.origin = nil, false, nil
}

// hasBraces reports whether the shell makes several words of one: a{b,c}.
func hasBraces(word *syntax.Word) bool {
	for _, p := range word.Parts {
		if lit, ok := p.(*syntax.Lit); ok && bytes.Contains([]byte(lit.Value), []byte("{")) {
			split := syntax.Word{Parts: slices.Clone(word.Parts)}
			return syntax.SplitBraces(&split)
		}
	}
	return false
}

// wildcards makes an unquoted * or ? unknown in a word that is a path: the
// shell puts file names there. In [*], as in local[*], it finds none.
func (d *decoder) wildcards(chars []char) {
	if i := slices.IndexFunc(chars, func(c char) bool { return c.b == '*' || c.b == '?' }); i < 0 || chars[0].b == '-' {
		return
	}
	brackets, word := 0, written(chars)
	for i, c := range chars {
		switch {
		case c.part.unknown != "" || c.part.quoted:
		case c.b == '=':
			return
		case c.b == '[':
			brackets++
		case c.b == ']':
			brackets--
		case (c.b == '*' || c.b == '?') && brackets == 0:
			chars[i].b = unknownByte
			chars[i].part = &part{outer: c.at, use: c.part.use, written: string(c.b), many: true,
				unknown: conf.Reason("the shell replaces " + excerpt(word) + " by file names")}
		}
	}
}
