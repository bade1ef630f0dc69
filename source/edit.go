package source

import (
	"cmp"
	"fmt"
	"slices"
)

// Edit replaces the bytes under a span of a root source by a text. With an
// empty span it inserts, with an empty text it removes.
type Edit struct {
	At   Span
	Text string
}

// compare orders edits by source name, then offset.
func (e Edit) compare(f Edit) int { return cmp.Or(e.At.Compare(f.At), cmp.Compare(e.Text, f.Text)) }

// touches reports whether two edits of one text are not apart: each would then
// depend on what the other has done.
func (e Edit) touches(f Edit) bool {
	return e.At.Source == f.At.Source && e.At.Start <= f.At.End && f.At.Start <= e.At.End
}

// Apply returns the text of a source after edits, which lie in it and do not
// overlap. It fails, and changes nothing, when they do. The order of the edits
// does not matter.
func Apply(s *Source, edits []Edit) ([]byte, error) {
	sorted := slices.SortedStableFunc(slices.Values(edits), Edit.compare)
	var text []byte
	last := 0
	for _, e := range sorted {
		switch {
		case e.At.Source != s:
			return nil, fmt.Errorf("%s: the edit is not of %s", e.At, s.Name)
		case e.At.Start < last || e.At.End < e.At.Start || e.At.End > len(s.Text):
			return nil, fmt.Errorf("%s: the edit of bytes %d to %d overlaps another, or lies outside the text", e.At, e.At.Start, e.At.End)
		}
		text = append(append(text, s.Text[last:e.At.Start]...), e.Text...)
		last = e.At.End
	}
	return append(text, s.Text[last:]...), nil
}

// Patch collects groups of edits, each of which is taken whole or not at all.
// The zero Patch is empty.
type Patch struct{ edits map[*Source][]Edit }

// Add takes a group of edits unless one of them touches one that was taken
// before: the earlier group wins. An edit that was already taken is the same
// edit, not another.
func (p *Patch) Add(group []Edit) bool {
	var fresh []Edit
	for _, e := range group {
		taken := p.edits[e.At.Source]
		if slices.Contains(taken, e) {
			continue
		}
		if slices.ContainsFunc(taken, e.touches) {
			return false
		}
		fresh = append(fresh, e)
	}
	if p.edits == nil {
		p.edits = map[*Source][]Edit{}
	}
	for _, e := range fresh {
		p.edits[e.At.Source] = append(p.edits[e.At.Source], e)
	}
	return true
}

// Sources returns the sources that the patch changes, by name.
func (p *Patch) Sources() []*Source {
	list := make([]*Source, 0, len(p.edits))
	for s := range p.edits {
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b *Source) int { return cmp.Compare(a.Name, b.Name) })
	return list
}

// Text returns the text of a source after the patch.
func (p *Patch) Text(s *Source) ([]byte, error) { return Apply(s, p.edits[s]) }
