package conf

import "github.com/sparkvet/sparkvet/source"

// Loaded is what a loader makes of one text: the jobs it describes and what
// there is to say about the parts that could not be read. A text that is
// plainly not Spark's yields neither.
type Loaded struct {
	Jobs        []*Job
	Diagnostics []source.Diagnostic
}

// Diagnostic codes of loaders. They stand in reports like rule ids.
const (
	// SyntaxCode: the text, or a part of it, breaks its format's grammar.
	SyntaxCode = "load/syntax"
	// UnreadableCode: a file could not be opened or read.
	UnreadableCode = "load/unreadable"
	// TooLargeCode: a file or a value is over the size that is read.
	TooLargeCode = "load/too_large"
	// BinaryCode: a file that should be text is not.
	BinaryCode = "load/binary"
	// ReferenceCode: a file that a job names could not be found.
	ReferenceCode = "load/reference"
	// PassedOverCode: a file was given by name and is in no format that is read.
	PassedOverCode = "load/passed_over"
)
