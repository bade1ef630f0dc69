package conf

import "github.com/sparkvet/sparkvet/source"

// Editor writes what a loader reads: it knows how a setting stands in the texts
// of one format. It proposes; whether a proposal does what it should is seen by
// reading the text again, with Load.
//
// The assignments it is given are those that Load made of the same text. Each
// proposal is a group of edits that belong together, the most natural first;
// none means that the editor sees no way.
type Editor interface {
	// Load reads a text of the format, by itself.
	Load(*source.Source) Loaded
	// Write proposes how the value of an assignment becomes another text.
	Write(a *Assignment, value string) []Proposal
	// Rename proposes how the value is given to another key.
	Rename(a *Assignment, key string) []Proposal
	// Remove proposes how the assignment is taken out, with all that belongs to
	// it.
	Remove(a *Assignment) []Proposal
	// Add proposes how another key gets a value next to an assignment, in its
	// style.
	Add(beside *Assignment, key, value string) []Proposal
}

// Proposal is a group of edits that belong together.
type Proposal []source.Edit

// Propose returns the one proposal to replace the bytes under a span.
func Propose(at source.Span, text string) []Proposal { return []Proposal{{{At: at, Text: text}}} }
