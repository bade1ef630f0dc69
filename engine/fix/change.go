package fix

import (
	"slices"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// Change is one thing that is to change in a text.
type Change struct {
	kind changeKind
	// at is the assignment that is changed, or beside which one is added.
	at conf.Assignment
	// key is the new one, text the new value.
	key, text string
	// alone: the assignment may belong to one job only.
	alone bool
	// observation is the kind that is mended, under span.
	observation string
	span        source.Span
}

type changeKind int

const (
	writes changeKind = iota
	renames
	removes
	adds
	mends
)

// Write gives an assignment another value.
func Write(a *conf.Assignment, text string) Change { return Change{kind: writes, at: *a, text: text} }

// Rename gives an assignment another key.
func Rename(a *conf.Assignment, key string) Change { return Change{kind: renames, at: *a, key: key} }

// Remove takes an assignment out.
func Remove(a *conf.Assignment) Change { return Change{kind: removes, at: *a} }

// RemoveLost takes an assignment out that has no effect in its job. It may have
// one in others that share it, and then stays.
func RemoveLost(a *conf.Assignment) Change { return Change{kind: removes, at: *a, alone: true} }

// Add gives a key that the job does not have a value, next to an assignment.
func Add(beside *conf.Assignment, key, text string) Change {
	return Change{kind: adds, at: *beside, key: key, text: text}
}

// Mend replaces the bytes of an observation.
func Mend(o *conf.Observation, text string) Change {
	return Change{kind: mends, observation: o.Kind, span: o.At.Root(), text: text}
}

// Keys are the settings that the change is about, by the names that stand in
// the text; none for an observation.
func (c *Change) Keys() []string {
	switch c.kind {
	case mends:
		return nil
	case adds:
		return []string{c.key}
	case renames:
		return []string{c.at.Key, c.key}
	}
	return []string{c.at.Key}
}

// source returns the text that the change is made to. A value may come from
// another place of the same text.
func (c *Change) source() *source.Source {
	if c.kind == mends {
		return c.span.Source
	}
	return c.at.KeyAt.Source
}

// proposals asks an editor how the change may be written.
func (c *Change) proposals(editor conf.Editor) []conf.Proposal {
	switch c.kind {
	case writes:
		return editor.Write(&c.at, c.text)
	case renames:
		return editor.Rename(&c.at, c.key)
	case removes:
		return editor.Remove(&c.at)
	case adds:
		return editor.Add(&c.at, c.key, c.text)
	}
	return conf.Propose(c.span, c.text)
}

// Edits returns the edits that make all changes, in the order of names and
// offsets; false when there is no way that is certain to do them and nothing
// else.
func (r *Reader) Edits(changes []Change) (edits []source.Edit, ok bool) {
	for i := range changes {
		c := &changes[i]
		s := c.source()
		if s == nil || r.editors[s.Kind] == nil || c.kind != mends && c.at.ValueAt.IsZero() {
			return nil, false
		}
		proposals := c.proposals(r.editors[s.Kind])
		chosen := slices.IndexFunc(proposals, func(p conf.Proposal) bool { return r.holds(p, changes[i:i+1]) })
		if chosen < 0 {
			return nil, false
		}
		edits = append(edits, proposals[chosen]...)
	}
	if len(changes) > 1 && !r.holds(edits, changes) {
		return nil, false
	}
	slices.SortStableFunc(edits, func(e, f source.Edit) int { return e.At.Compare(f.At) })
	return edits, len(edits) > 0
}
