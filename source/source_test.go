package source

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestPositions(t *testing.T) {
	s := New("a", "", []byte("ab\ncd\r\nef\rgü\n"))
	for offset, want := range map[int]Position{
		0: {1, 1}, 2: {1, 3}, 3: {2, 1}, 6: {2, 4}, 7: {3, 1}, 10: {4, 1}, 11: {4, 2}, 13: {4, 4}, 14: {5, 1},
	} {
		if got := s.Position(offset); got != want {
			t.Errorf("offset %d is %v, want %v", offset, got, want)
		}
	}
	if line, start := s.Line(2); string(line) != "cd" || start != 3 {
		t.Errorf("line 2 is %q at %d", line, start)
	}
	if line, _ := s.Line(9); line != nil {
		t.Errorf("line 9 is %q", line)
	}
}

func TestSpansAreClamped(t *testing.T) {
	s := New("a", "", []byte("abc"))
	for _, span := range []Span{s.Span(-5, 2), s.Span(2, 99), s.Span(3, 1), s.Span(9, 9)} {
		if span.Start < 0 || span.Start > span.End || span.End > 3 {
			t.Errorf("span %d:%d", span.Start, span.End)
		}
	}
	if got := s.Span(1, 3).Text(); got != "bc" {
		t.Errorf("text %q", got)
	}
}

// TestRoot follows the text of a word through two layers of quoting: bash -c "echo \"x y\"".
func TestRoot(t *testing.T) {
	root := New("job.sh", "shell", []byte(`bash -c "echo \"x y\""`))
	quoted := root.Span(9, 21)
	inner := Piece(quoted, "shell", []byte(`echo "x y"`), []Extent{
		{9, 10}, {10, 11}, {11, 12}, {12, 13}, {13, 14}, {14, 16}, {16, 17}, {17, 18}, {18, 19}, {19, 21},
	})
	word := Piece(inner.Span(6, 9), "", []byte("x y"), nil)
	for _, test := range []struct {
		span Span
		want string
	}{
		{word.Whole(), "x y"}, {word.Span(2, 3), "y"}, {inner.Span(5, 10), `\"x y\"`}, {inner.Span(0, 4), "echo"},
		{word.Span(1, 1), ""}, {inner.Span(10, 10), ""}, {root.Span(0, 4), "bash"},
	} {
		if got := test.span.Root(); got.Source != root || got.Text() != test.want {
			t.Errorf("%q comes from %q, want %q", test.span.Text(), got.Text(), test.want)
		}
	}
	if got := inner.Span(10, 10).Root().Start; got != 21 {
		t.Errorf("the end of the piece is at %d, want 21", got)
	}
}

// TestPieceOrder holds the law that spans of a piece keep their order in the root.
func TestPieceOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	root := New("r", "", []byte(strings.Repeat("x", 200)))
	var extents []Extent
	for at := 0; at < 180; {
		width := 1 + random.IntN(3)
		extents = append(extents, Extent{at, at + width})
		at += width + random.IntN(3)
	}
	piece := Piece(root.Whole(), "", []byte(strings.Repeat("y", len(extents))), extents)
	for a := range len(extents) {
		for b := a; b <= len(extents); b++ {
			got := piece.Span(a, b).Root()
			if got.Start > got.End || got.End > 200 || a < b && got.Start != extents[a].Start {
				t.Fatalf("%d:%d maps to %d:%d", a, b, got.Start, got.End)
			}
		}
	}
}

func TestSeverity(t *testing.T) {
	for _, s := range []Severity{Info, Warning, Error} {
		if got, ok := ParseSeverity(s.String()); !ok || got != s {
			t.Errorf("%s reads as %v, %v", s, got, ok)
		}
	}
	if _, ok := ParseSeverity("fatal"); ok {
		t.Error("fatal is a severity")
	}
}
