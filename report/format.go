package report

import (
	"io"

	"github.com/sparkvet/sparkvet/engine"
	"github.com/sparkvet/sparkvet/source"
)

// Options of the formats. The zero value shows everything, without colour.
type Options struct {
	// Version of sparkvet, for formats that name their tool.
	Version string
	// MinSeverity is the mildest severity that is shown; what is not shown is
	// still counted.
	MinSeverity source.Severity
	// Color paints the text format.
	Color bool
	// Quiet leaves out everything but the findings, Verbose adds what was
	// undecided and what loaders noticed. Only the text format knows them.
	Quiet, Verbose bool
}

// Writer writes a report in one format. Its only errors are those of w.
type Writer func(w io.Writer, r *engine.Report, o Options) error

// Format is one way to show a report.
type Format struct {
	Name string
	// Doc says in a line who reads the format.
	Doc   string
	Write Writer
}

var formats = []Format{
	{"text", "for people: the line, carets under the value, the numbers behind it", Text},
	{"json", "for programs: stable, with a published schema", JSON},
	{"sarif", "SARIF 2.1.0, for code scanning", SARIF},
	{"github", "annotations of GitHub Actions", GitHub},
}

// Formats returns all formats.
func Formats() []Format { return append([]Format(nil), formats...) }

// FormatNamed finds a format; false when there is none of that name.
func FormatNamed(name string) (Format, bool) {
	for _, f := range formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// shown returns the findings of at least the severity asked for, in the
// report's order.
func shown(r *engine.Report, o Options) []identified {
	var list []identified
	for _, f := range identify(r.Findings) {
		if f.Severity >= o.MinSeverity {
			list = append(list, f)
		}
	}
	return list
}
