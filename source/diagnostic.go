package source

// Severity ranks what is said about a configuration.
type Severity int

// The severities, mildest first. Error: as written, Spark refuses it, the
// cluster can never run it, or Spark does something else than what is written.
// Warning: known to cost money, speed or safety. Info: advice.
const (
	Info Severity = iota
	Warning
	Error
)

// severityNames are the words of the command line and of rule metadata.
var severityNames = [...]string{Info: "info", Warning: "warning", Error: "error"}

// String returns the word that reports and metadata use.
func (s Severity) String() string { return severityNames[s] }

// ParseSeverity reads a severity's word.
func ParseSeverity(word string) (Severity, bool) {
	for s, name := range severityNames {
		if name == word {
			return Severity(s), true
		}
	}
	return 0, false
}

// Diagnostic is what a loader has to say about a text it could not read as
// asked: what is wrong, what to do, and where.
type Diagnostic struct {
	Severity Severity
	// Code names the diagnostic like a rule: "load/syntax", "load/unreadable".
	Code string
	// Summary is terse, lower case, without a full stop.
	Summary string
	// Detail says what to do next; may be empty.
	Detail string
	At     Span
	Notes  []Note
}

// Note points at a second place that explains a diagnostic or a finding.
type Note struct {
	Text string
	At   Span
}
