package properties

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// Editor writes settings into properties files: one logical line each, with the
// separator, the line ends and the columns that the file has.
type Editor struct{}

// Load reads a file as one layer, whatever its name.
func (Editor) Load(src *source.Source) conf.Loaded {
	r := read(src, conf.PropertiesFileLayer)
	return conf.Loaded{Jobs: []*conf.Job{{Layers: []*conf.Layer{r.layer}, Unseen: r.layer.Unseen, Observations: r.observations}}, Diagnostics: r.diagnostics}
}

// Write replaces the value, over all its continuation lines. A comment that
// became part of the value gets a line of its own, above.
func (Editor) Write(a *conf.Assignment, value string) []conf.Proposal {
	text := escapeValue(value)
	if a.ValueAt.Start == a.KeyAt.End {
		text = " " + text
	}
	written := conf.Propose(a.ValueAt, text)
	comment, after := strings.CutPrefix(a.Value.Raw, value)
	comment = strings.TrimSpace(comment)
	if !after || !strings.HasPrefix(comment, "#") || strings.ContainsAny(comment, "\r\n") {
		return written
	}
	line, _ := lineOf(a)
	above := source.Edit{At: line.Source.Span(line.Start, line.Start), Text: comment + lineEnd(line.Source.Text)}
	return append([]conf.Proposal{{above, written[0][0]}}, written...)
}

// Rename replaces the key.
func (Editor) Rename(a *conf.Assignment, key string) []conf.Proposal {
	return conf.Propose(a.KeyAt, escapeKey(key))
}

// Remove takes out the whole logical line.
func (Editor) Remove(a *conf.Assignment) []conf.Proposal {
	line, end := lineOf(a)
	return conf.Propose(source.Span{Source: line.Source, Start: line.Start, End: end}, "")
}

// Add writes a line below that of the assignment.
func (Editor) Add(beside *conf.Assignment, key, value string) []conf.Proposal {
	line, end := lineOf(beside)
	text := line.Source.Text
	indentation := string(text[line.Start:beside.KeyAt.Start])
	separator := string(text[beside.KeyAt.End:beside.ValueAt.Start])
	switch {
	case strings.Trim(indentation, " \t") != "", strings.ContainsAny(separator, "\\\r\n"):
		return nil // the lines before belong to it, or the value stands on another
	case separator == "":
		separator = " "
	case strings.Trim(separator, " ") == "" && len(separator) > 1:
		separator = fmt.Sprintf("%-*s", max(1, beside.KeyAt.Len()+len(separator)-len(escapeKey(key))), "")
	}
	added := indentation + escapeKey(key) + separator + escapeValue(value)
	if eol := lineEnd(text); line.End == end { // the file ends here
		added = eol + added
	} else {
		added += eol
	}
	return conf.Propose(line.Source.Span(end, end), added)
}

// lineOf returns the logical line of an assignment from the start of its first
// line, without its line end, and the offset behind that.
func lineOf(a *conf.Assignment) (line source.Span, end int) {
	text := a.KeyAt.Source.Text
	start := a.KeyAt.Start
	for start > 0 && !isLineEnd(text[start-1]) {
		start--
	}
	s := scanner{text: text, at: a.KeyAt.Start}
	s.entry()
	end = s.at
	if bytes.HasPrefix(text[end:], []byte("\r\n")) {
		end += 2
	} else if end < len(text) {
		end++
	}
	return a.KeyAt.Source.Span(start, s.at), end
}

// lineEnd is how the first line of a text ends.
func lineEnd(text []byte) string {
	i := bytes.IndexAny(text, "\r\n")
	switch {
	case i < 0 || text[i] == '\n':
		return "\n"
	case i+1 < len(text) && text[i+1] == '\n':
		return "\r\n"
	}
	return "\r"
}

// escapeValue writes a value so that java.util.Properties reads it back.
func escapeValue(value string) string {
	return escape(value, func(i int, c rune) bool { return i == 0 && (isBlank(c) || isSeparator(c)) })
}

// escapeKey writes a key: blanks and separators end it, and a mark of comments
// at its start makes one of the line.
func escapeKey(key string) string {
	return escape(key, func(i int, c rune) bool { return isBlank(c) || isSeparator(c) || i == 0 && (c == '#' || c == '!') })
}

func escape(text string, special func(i int, c rune) bool) string {
	var b strings.Builder
	for i, c := range text {
		switch {
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\r':
			b.WriteString(`\r`)
		case c == '\\':
			b.WriteString(`\\`)
		case c < ' ' && c != '\t', c == utf8.RuneError:
			fmt.Fprintf(&b, `\u%04x`, c)
		case special(i, c):
			b.WriteString(`\` + string(c))
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}
