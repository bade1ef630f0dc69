package report

import (
	"github.com/fatih/color"

	"github.com/sparkvet/sparkvet/source"
)

// painter colours a text, or returns it as it is.
type painter func(string) string

// palette is the colours of the text reports; without colour all of them are
// plain.
type palette struct {
	bold, dim, good, bad painter
	severities           [3]painter
	// regions of memory, side by side.
	regions [8]painter
}

func newPalette(colored bool) palette {
	paint := func(attributes ...color.Attribute) painter {
		if !colored {
			return func(s string) string { return s }
		}
		c := color.New(attributes...)
		c.EnableColor()
		return func(s string) string {
			if s == "" {
				return s
			}
			return c.Sprint(s)
		}
	}
	return palette{
		bold: paint(color.Bold), dim: paint(color.Faint), good: paint(color.FgGreen), bad: paint(color.FgRed, color.Bold),
		severities: [3]painter{
			source.Info:    paint(color.FgCyan, color.Bold),
			source.Warning: paint(color.FgYellow, color.Bold),
			source.Error:   paint(color.FgRed, color.Bold),
		},
		regions: [8]painter{
			paint(color.FgHiBlack), paint(color.FgBlue), paint(color.FgCyan), paint(color.FgGreen),
			paint(color.FgYellow), paint(color.FgMagenta), paint(color.FgHiMagenta), paint(color.FgRed),
		},
	}
}

func (p palette) severity(s source.Severity) painter { return p.severities[s] }
