package source

import (
	"sort"
	"sync"
)

// Kind says what a text is, in the words of the loaders: "properties",
// "shell", "hcl".
type Kind string

// Source is a text with a name: a file, standard input, or a piece of another
// source such as the script inside `bash -c "…"`.
type Source struct {
	// Name is the path as reports show it: relative to the working directory,
	// with forward slashes. Standard input is named by --stdin-filename.
	Name string
	// Kind is the format the text was loaded as; empty until detected.
	Kind Kind
	// Text holds the bytes as they stand in the file.
	Text []byte

	piece *piece

	once  sync.Once
	lines []int // byte offset of the start of each line
}

// Extent is a half-open range of bytes without its source.
type Extent struct{ Start, End int }

// piece ties a decoded text to the bytes it was decoded from.
type piece struct {
	of      Span
	extents []Extent
}

// New returns a source over text.
func New(name string, kind Kind, text []byte) *Source {
	return &Source{Name: name, Kind: kind, Text: text}
}

// Piece returns a source whose text was decoded from the bytes of a span.
// Each byte of text comes from the extent of the same index, in offsets of
// of.Source. With no extents the text is the span's bytes, unchanged.
func Piece(of Span, kind Kind, text []byte, extents []Extent) *Source {
	if extents != nil && len(extents) != len(text) {
		panic("source: a piece needs one extent for each byte of its text")
	}
	return &Source{Name: of.Source.Name, Kind: kind, Text: text, piece: &piece{of: of, extents: extents}}
}

// Span returns the bytes from start up to end, clamped to the text.
func (s *Source) Span(start, end int) Span {
	start = max(0, min(start, len(s.Text)))
	return Span{Source: s, Start: start, End: max(start, min(end, len(s.Text)))}
}

// Whole returns the span of the whole text.
func (s *Source) Whole() Span { return s.Span(0, len(s.Text)) }

// Line returns the bytes of a line, counted from 1, without its terminator,
// and the offset of its first byte.
func (s *Source) Line(n int) (text []byte, start int) {
	s.index()
	if n < 1 || n > len(s.lines) {
		return nil, len(s.Text)
	}
	start = s.lines[n-1]
	end := start
	for end < len(s.Text) && s.Text[end] != '\n' && s.Text[end] != '\r' {
		end++
	}
	return s.Text[start:end], start
}

// Position returns the line and column of a byte offset.
func (s *Source) Position(offset int) Position {
	s.index()
	line := sort.SearchInts(s.lines, offset+1)
	return Position{Line: line, Column: offset - s.lines[line-1] + 1}
}

// index finds the line starts once; \n, \r\n and a lone \r end a line, as
// editors count and as java.util.Properties reads.
func (s *Source) index() {
	s.once.Do(func() {
		s.lines = []int{0}
		for i := 0; i < len(s.Text); i++ {
			switch s.Text[i] {
			case '\r':
				if i+1 < len(s.Text) && s.Text[i+1] == '\n' {
					i++
				}
				s.lines = append(s.lines, i+1)
			case '\n':
				s.lines = append(s.lines, i+1)
			}
		}
	})
}
