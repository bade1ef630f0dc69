package submit

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// Kind is the format's name in source.Source.
const Kind source.Kind = "shell"

const (
	// maximumBytes is the size of the largest script that is read.
	maximumBytes = 1 << 20
	// maximumParsed bounds how deep a script may nest to be parsed at all: the
	// shell parser is recursive.
	maximumParsed = 10_000
	// maximumNesting bounds how deep statements may nest to be looked into.
	maximumNesting = 200
	// maximumDepth bounds how deep shells may nest: bash -c 'ssh host "…"'.
	maximumDepth = 8
	// maximumExpansion is how many bytes the variables of one script may expand
	// to altogether, and how many bytes of nested scripts are read.
	maximumExpansion = 1 << 20
	// maximumNotes is how many observations one job keeps, and how many
	// diagnostics one script yields at most.
	maximumNotes = 100
)

// mention finds the names that a script must hold to run Spark at all.
var mention = regexp.MustCompile(`spark[23]?-(?:submit|shell|sql)|pyspark|(?i:spark_?submit)`)

// mentions reports whether a text may run Spark; most scripts do not.
func mentions(text []byte) bool {
	for _, hint := range []string{"park", "PARK"} {
		if i := bytes.Index(text, []byte(hint)); i > 0 && mention.Match(text[max(0, i-3):]) {
			return true
		}
	}
	return false
}

// loader gathers what one root text holds.
type loader struct {
	src    *source.Source
	loaded conf.Loaded
	// budget is what is left of maximumExpansion, nested what is left for
	// nested scripts.
	budget, nested int
	// blocks are the parts of the root text that a template may leave out.
	blocks []source.Extent
}

// Load reads the Spark commands of a shell script, or of a single command
// line. A text without one yields nothing. Jobs come in the order in which
// they stand.
func Load(src *source.Source) conf.Loaded {
	src.Kind = Kind
	if !mentions(src.Text) {
		return conf.Loaded{}
	}
	l := &loader{src: src, budget: maximumExpansion, nested: maximumExpansion}
	if len(src.Text) > maximumBytes {
		l.diagnose(source.Error, conf.TooLargeCode, source.Extent{},
			fmt.Sprintf("the script has %d bytes, more than the %d that are read", len(src.Text), maximumBytes),
			"move the Spark commands into a script of their own")
		return l.loaded
	}
	root := mask(src.Text)
	l.blocks = root.blocks
	(&script{loader: l, text: root}).run(&scope{})
	slices.SortStableFunc(l.loaded.Jobs, func(a, b *conf.Job) int { return a.At.Compare(b.At) })
	return l.loaded
}

// span makes a span of the root source, whatever src itself is a piece of.
func (l *loader) span(at source.Extent) source.Span { return l.src.Span(at.Start, at.End).Root() }

func (l *loader) diagnose(severity source.Severity, code string, at source.Extent, summary, detail string) {
	if len(l.loaded.Diagnostics) < maximumNotes {
		l.loaded.Diagnostics = append(l.loaded.Diagnostics, source.Diagnostic{
			Severity: severity, Code: code, Summary: summary, Detail: detail, At: l.span(at),
		})
	}
}
