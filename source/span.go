package source

import "fmt"

// Span is a half-open range of bytes in a source. The zero Span is no place.
type Span struct {
	Source     *Source
	Start, End int
}

// Position is a line and a column as people count: from 1, columns in UTF-8
// bytes.
type Position struct{ Line, Column int }

// IsZero reports whether the span names no place.
func (s Span) IsZero() bool { return s.Source == nil }

// Text returns exactly what was written under the span.
func (s Span) Text() string {
	if s.Source == nil {
		return ""
	}
	return string(s.Source.Text[s.Start:s.End])
}

// Len returns the number of bytes under the span.
func (s Span) Len() int { return s.End - s.Start }

// Root follows pieces outwards to the bytes of the file as it was read.
func (s Span) Root() Span {
	for s.Source != nil && s.Source.piece != nil {
		s = s.outer()
	}
	return s
}

// outer returns the bytes one source further out that a span was decoded from.
func (s Span) outer() Span {
	p := s.Source.piece
	if p.extents == nil {
		return p.of.Source.Span(p.of.Start+s.Start, p.of.Start+s.End)
	}
	if len(p.extents) == 0 {
		return p.of
	}
	if s.Start == s.End { // an empty span has no byte of its own: stand before the next one
		if s.Start == len(p.extents) {
			last := p.extents[len(p.extents)-1].End
			return p.of.Source.Span(last, last)
		}
		at := p.extents[s.Start].Start
		return p.of.Source.Span(at, at)
	}
	return p.of.Source.Span(p.extents[s.Start].Start, p.extents[s.End-1].End)
}

// To returns the span from the start of s to the end of t, both of one source.
func (s Span) To(t Span) Span {
	return Span{Source: s.Source, Start: s.Start, End: max(s.End, t.End)}
}

// From returns the position of the first byte.
func (s Span) From() Position { return s.Source.Position(s.Start) }

// Until returns the position just after the last byte.
func (s Span) Until() Position { return s.Source.Position(s.End) }

// String renders the place as file:line:column.
func (s Span) String() string {
	if s.Source == nil {
		return "-"
	}
	p := s.From()
	return fmt.Sprintf("%s:%d:%d", s.Source.Name, p.Line, p.Column)
}

// Compare orders spans by source name, then offset.
func (s Span) Compare(t Span) int {
	a, b := "", ""
	if s.Source != nil {
		a = s.Source.Name
	}
	if t.Source != nil {
		b = t.Source.Name
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	case s.Start != t.Start:
		return s.Start - t.Start
	default:
		return s.End - t.End
	}
}
