package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"

	"github.com/sparkvet/sparkvet/source"
)

const (
	// snippetWidth is how many columns of a line are shown; a longer line is
	// clipped around the span.
	snippetWidth = 120
	// snippetMargin is how much of a clipped line is shown before the span.
	snippetMargin = 20
	// tabWidth is how wide a tab is drawn.
	tabWidth = 4
)

// widths measures characters the same way everywhere, whatever the locale.
var widths = &runewidth.Condition{StrictEmojiNeutral: true}

// snippet is a line of a source as it is drawn, with the columns of a span
// underneath.
type snippet struct {
	Line     int
	Text     string
	From, To int // in columns of Text, To > From
}

// cell is what is drawn for some bytes of a line.
type cell struct {
	text       string
	width      int
	start, end int // offsets in the source
}

// snippet draws the line that a span begins on. It looks at no more bytes than
// it can draw, however long the line.
func (r *redactor) snippet(at source.Span) (snippet, bool) {
	if at.IsZero() || len(at.Source.Text) == 0 {
		return snippet{}, false
	}
	s, position := at.Source, at.From()
	lineStart := at.Start - position.Column + 1
	const reach = snippetWidth * utf8.UTFMax
	start := max(lineStart, at.Start-reach)
	for start > lineStart && start < at.Start && !utf8.RuneStart(s.Text[start]) {
		start++
	}
	end := at.Start
	for end < len(s.Text) && end < at.Start+reach && s.Text[end] != '\n' && s.Text[end] != '\r' {
		end++
	}
	cells := r.draw(s, start, end)
	from, to := columns(cells, at.Start, min(at.End, end))
	text, shift := clip(cells, from, to, start > lineStart, end == at.Start+reach)
	from, to = max(0, from+shift), min(to+shift, width(text))
	return snippet{Line: position.Line, Text: text, From: from, To: max(to, from+1)}, true
}

// draw turns the bytes between two offsets into cells: secrets masked, tabs
// widened, everything that would move the cursor made visible.
func (r *redactor) draw(s *source.Source, start, end int) []cell {
	hidden := r.hidden(s, start, end)
	var cells []cell
	for i := start; i < end; {
		if len(hidden) > 0 && hidden[0].Start <= i {
			next := min(hidden[0].End, end)
			if next > i {
				cells = append(cells, cell{mask, len(mask), i, next})
				i = next
			}
			hidden = hidden[1:]
			continue
		}
		c, size := utf8.DecodeRune(s.Text[i:end])
		text, columns := visible(c)
		cells = append(cells, cell{text, columns, i, i + size})
		i += size
	}
	return cells
}

// visible returns what is drawn for a character.
func visible(c rune) (string, int) {
	switch {
	case c == '\t':
		return strings.Repeat(" ", tabWidth), tabWidth
	case c == utf8.RuneError || !unicode.IsGraphic(c):
		return "\uFFFD", 1
	}
	return string(c), widths.RuneWidth(c)
}

// width is how many columns a text takes.
func width(s string) int {
	n := 0
	for _, c := range s {
		n += widths.RuneWidth(c)
	}
	return n
}

// columns returns where the bytes between two offsets are drawn.
func columns(cells []cell, start, end int) (from, to int) {
	from, to = -1, 0
	at := 0
	for _, c := range cells {
		if from < 0 && c.end > start {
			from = at
		}
		at += c.width
		if c.start < end {
			to = at
		}
	}
	if from < 0 {
		from = at
	}
	return from, max(to, from+1)
}

// clip joins the cells that fit, and says by how much the columns moved. The
// line goes on before the first cell or after the last one when it says so.
func clip(cells []cell, from, to int, before, after bool) (text string, shift int) {
	total := 0
	for _, c := range cells {
		total += c.width
	}
	left := 0
	if total > snippetWidth && to > snippetWidth || before {
		left = max(0, min(from-snippetMargin, total-snippetWidth+1)) // one column is the mark's
		before = before || left > 0
	}
	var b strings.Builder
	if before {
		b.WriteString("…")
		shift = 1
	}
	at, drawn := 0, shift
	for _, c := range cells {
		switch {
		case at < left:
			shift -= c.width
		case drawn+c.width > snippetWidth:
			b.WriteString("…")
			return b.String(), shift
		default:
			b.WriteString(c.text)
			drawn += c.width
		}
		at += c.width
	}
	if after {
		b.WriteString("…")
	}
	return b.String(), shift
}

// clean makes text fit for one line of a terminal: line breaks become blanks,
// and everything else that would move the cursor becomes visible.
func clean(s string) string {
	if strings.IndexFunc(s, func(c rune) bool { return !unicode.IsGraphic(c) || c == utf8.RuneError }) < 0 {
		return s
	}
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\n' || c == '\r' || c == '\t':
			return ' '
		case !unicode.IsGraphic(c):
			return utf8.RuneError
		}
		return c
	}, s)
}

// short cuts text to a number of characters.
func short(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	n := 0
	for i := range s {
		if n == limit-1 {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
