package submit

import (
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// unknownByte stands in decoded text for a part that cannot be known. It is a
// control character that the shell parser reads as an ordinary one.
const unknownByte = 0x1A

// char is one decoded byte.
type char struct {
	b byte
	// at is where the byte was written, in the root text.
	at   source.Extent
	part *part
}

// part is what the bytes of one literal, one quoted string or one expansion
// have in common.
type part struct {
	// outer is the part with its quotes, in the root text.
	outer source.Extent
	// quoted: blanks and wildcards in it mean nothing to the shell.
	quoted bool
	// use is the expansion that brought the text here from an assignment; nil
	// for text that stands where it is used.
	use *source.Extent
	// unknown says why the text cannot be known; the part is then one
	// unknownByte, and written is how it stands in the script.
	unknown conf.Reason
	written string
	// variable is the name of the variable behind an unknown part, if any.
	variable string
	// many: an unknown part that may stand for no word or for several.
	many bool
}

// argument is one word of a command as the program would receive it.
type argument struct {
	chars []char
	// at is the word as it stands in the command, quotes included.
	at source.Extent
}

// text is a script, or a piece of one.
type text struct {
	// bytes are what the shell parser reads.
	bytes []byte
	// root is the root text as it stands; nil for a piece.
	root []byte
	// chars tell where the bytes come from; nil for the root text, whose bytes
	// stand where they are.
	chars []char
	// holes are the masked templates of the root text, in order; blocks the
	// parts of it that a template may leave out or repeat.
	holes  []hole
	blocks []source.Extent
}

// char returns the byte at an offset with its origin; its part is nil for
// plain bytes of the root text.
func (t *text) char(offset int) char {
	if t.chars != nil {
		return t.chars[offset]
	}
	c := char{b: t.root[offset], at: source.Extent{Start: offset, End: offset + 1}}
	if c.part = holeAt(t.holes, offset); c.part != nil {
		c.b = unknownByte
	}
	return c
}

// extent returns where a range of the text stands in the root text.
func (t *text) extent(start, end int) source.Extent {
	end = min(end, len(t.bytes))
	start = min(start, end)
	switch {
	case t.chars == nil:
		return source.Extent{Start: start, End: end}
	case start < end:
		at, _ := place(t.chars, start, end)
		return at
	case start < len(t.chars):
		at := t.chars[start].at.Start
		return source.Extent{Start: at, End: at}
	case len(t.chars) > 0:
		at := t.chars[len(t.chars)-1].at.End
		return source.Extent{Start: at, End: at}
	}
	return source.Extent{}
}

// use returns where a range of the text stands in the commands of the root
// text, whatever variable it came through.
func (t *text) use(start, end int) source.Extent {
	end = min(end, len(t.bytes))
	if t.chars == nil || start >= end {
		return t.extent(start, end)
	}
	first, last := useOf(t.chars[start]), useOf(t.chars[end-1])
	return source.Extent{Start: first.Start, End: max(first.Start, last.End)}
}

// source returns a range of the text as it stands in the script.
func (t *text) source(start, end int) string {
	end = min(end, len(t.bytes))
	start = min(start, end)
	if t.chars != nil {
		return written(t.chars[start:end])
	}
	return string(t.root[start:end])
}

// String returns the decoded text, with an unknownByte for each unknown part.
func (a argument) String() string { return textOf(a.chars) }

func textOf(chars []char) string {
	var b strings.Builder
	b.Grow(len(chars))
	for _, c := range chars {
		b.WriteByte(c.b)
	}
	return b.String()
}

// reason says why a text cannot be known; empty when it is.
func reason(chars []char) conf.Reason {
	for _, c := range chars {
		if c.part.unknown != "" {
			return c.part.unknown
		}
	}
	return ""
}

// written returns the decoded text with unknown parts as they stand in the
// script.
func written(chars []char) string {
	var b strings.Builder
	for _, c := range chars {
		if c.part.unknown != "" {
			b.WriteString(c.part.written)
		} else {
			b.WriteByte(c.b)
		}
	}
	return b.String()
}

// value makes a setting's value of a text.
func value(chars []char) conf.Value {
	return conf.Value{Raw: written(chars), Unknown: reason(chars)}
}

// equals returns the place of the first known equals sign; -1 when there is
// none.
func (a argument) equals() int {
	for i, c := range a.chars {
		if c.b == '=' && c.part.unknown == "" {
			return i
		}
	}
	return -1
}

// place returns where a range of the argument's bytes stands in the root text,
// and whether those bytes, and nothing but them, stand there: only then may
// the place be edited.
func (a argument) place(start, end int) (at source.Extent, exact bool) {
	switch {
	case start < end:
		at, exact = place(a.chars, start, end)
		if !exact && start == 0 && end == len(a.chars) {
			at = a.at
		}
		return at, exact
	case len(a.chars) == 0:
		return a.at, true
	case start == 0:
		at = useOf(a.chars[0])
		return source.Extent{Start: at.Start, End: at.Start}, false
	}
	at = a.chars[start-1].at
	return source.Extent{Start: at.End, End: at.End}, a.chars[start-1].part.use == nil
}

// place finds the bytes that chars[start:end] were decoded from. Quotes belong
// to the place only where it would cut them in half otherwise.
func place(chars []char, start, end int) (at source.Extent, exact bool) {
	first, last := chars[start], chars[end-1]
	onePart := true
	for i := start + 1; i < end; i++ {
		onePart = onePart && chars[i].part == first.part
		if !adjacent(chars[i-1], chars[i]) {
			return source.Extent{Start: useOf(first).Start, End: max(useOf(first).Start, useOf(last).End)}, false
		}
	}
	at = source.Extent{Start: first.at.Start, End: last.at.End}
	exact = first.part.unknown == "" && last.part.unknown == ""
	if onePart {
		return at, exact
	}
	inner := at
	if first.part.quoted && inner.End > first.part.outer.End {
		if start == 0 || chars[start-1].part != first.part {
			at.Start = first.part.outer.Start
		} else {
			exact = false
		}
	}
	if last.part.quoted && inner.Start < last.part.outer.Start {
		if end == len(chars) || chars[end].part != last.part {
			at.End = last.part.outer.End
		} else {
			exact = false
		}
	}
	return at, exact
}

// adjacent reports whether two decoded bytes also stand side by side, with
// nothing but quotes between them.
func adjacent(a, b char) bool {
	if a.part.use != b.part.use {
		return false
	}
	return a.part == b.part || b.at.Start == a.at.End || b.at.Start == a.part.outer.End ||
		b.part.outer.Start == a.at.End || b.part.outer.Start == a.part.outer.End
}

// useOf returns where a byte stands in the command itself.
func useOf(c char) source.Extent {
	if c.part.use != nil {
		return *c.part.use
	}
	return c.at
}
