package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/mitchellh/go-wordwrap"
)

// Page is what explain shows of one name: a rule, a fact or a Spark key.
type Page interface {
	// Text writes the page for people.
	Text(w io.Writer, colored bool) error
	// JSON writes the page as data.
	JSON(w io.Writer) error
}

// pageWidth is where running text is wrapped.
const pageWidth = 100

// pageWriter writes the parts that pages are made of.
type pageWriter struct {
	factsReport
	*bufio.Writer
}

func newPageWriter(w io.Writer, r *redactor, colored bool) *pageWriter {
	b := bufio.NewWriter(w)
	return &pageWriter{factsReport{textReport: textReport{Writer: b, redactor: r, palette: newPalette(colored)}}, b}
}

// Write writes through the buffer that Flush empties.
func (p *pageWriter) Write(text []byte) (int, error) { return p.Writer.Write(text) }

// title writes the head of a page.
func (p *pageWriter) title(name, kind, line string) {
	fmt.Fprintf(p, "%s  %s\n", p.palette.bold(name), p.palette.dim(kind))
	if line != "" {
		fmt.Fprintln(p, line)
	}
}

// prose writes paragraphs, wrapped. Lines of one paragraph are joined.
func (p *pageWriter) prose(text string) {
	for paragraph := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		if joined := strings.Join(strings.Fields(paragraph), " "); joined != "" {
			fmt.Fprintf(p, "\n%s\n", wordwrap.WrapString(joined, pageWidth))
		}
	}
}

// fields writes labelled lines; those without a value are left out.
func (p *pageWriter) fields(pairs ...string) {
	var rows [][]string
	for i := 0; i+1 < len(pairs); i += 2 {
		for j, line := range strings.Split(pairs[i+1], "\n") {
			if line == "" {
				continue
			}
			label := pairs[i]
			if j > 0 {
				label = ""
			}
			rows = append(rows, []string{label, line})
		}
	}
	if len(rows) > 0 {
		fmt.Fprintln(p)
		p.rows("  ", rows)
	}
}
