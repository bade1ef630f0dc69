package jobspec

import (
	"regexp"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// Editor writes settings into job files: as an item of a conf map, or as the
// attribute that is another spelling of a setting. It rewrites literals only; a
// reference to a variable or a local is left to people.
type Editor struct {
	// Options with which the file was read.
	Options Options
}

// Load reads a job file.
func (e Editor) Load(src *source.Source) conf.Loaded { return Load(src, e.Options) }

// bare is a value that HCL takes for a number or a truth value and gives back
// as it was written.
var bare = regexp.MustCompile(`^(0|-?[1-9][0-9]*|true|false)$`)

// Write replaces a literal: a string in its quotes, a number or truth value as
// such where the text is one.
func (Editor) Write(a *conf.Assignment, value string) []conf.Proposal {
	at := a.ValueAt
	switch {
	case a.KeyAt == a.ValueAt: // an expression makes the whole map
		return nil
	case isInQuotes(at):
		return conf.Propose(at, escape(value))
	case !literal.MatchString(at.Text()):
		return nil
	case bare.MatchString(value):
		return conf.Propose(at, value)
	}
	return conf.Propose(at, `"`+escape(value)+`"`)
}

// Rename replaces the key of an item; an attribute has its own name.
func (Editor) Rename(a *conf.Assignment, key string) []conf.Proposal {
	switch {
	case a.Spelling != "" || a.KeyAt == a.ValueAt:
		return nil
	case isInQuotes(a.KeyAt):
		return conf.Propose(a.KeyAt, escape(key))
	}
	return conf.Propose(a.KeyAt, `"`+escape(key)+`"`)
}

// Remove takes out the item or the attribute, with the line that then holds
// nothing else.
func (Editor) Remove(a *conf.Assignment) []conf.Proposal {
	at, ok := item(a)
	if !ok {
		return nil
	}
	text := at.Source.Text
	start, end := lineAround(at)
	before, after := strings.TrimSpace(string(text[start:at.Start])), strings.TrimSpace(string(text[at.End:end]))
	switch {
	case before == "" && (after == "" || after == "," || isComment(strings.TrimLeft(after, ", \t"))):
		return conf.Propose(at.Source.Span(start, end), "")
	case strings.HasPrefix(after, ","):
		return conf.Propose(at.Source.Span(at.Start, skipBlanks(text, skipBlanks(text, at.End)+1)), "")
	case strings.HasSuffix(before, ","):
		return conf.Propose(at.Source.Span(start+strings.LastIndexByte(string(text[start:at.Start]), ','), at.End), "")
	case strings.HasSuffix(before, "{") && strings.HasPrefix(after, "}"):
		return conf.Propose(at.Source.Span(at.Start, skipBlanks(text, at.End)), "")
	}
	return nil
}

// Add writes another item behind that of a conf map, or another attribute of
// the same block.
func (Editor) Add(beside *conf.Assignment, key, value string) []conf.Proposal {
	at, ok := item(beside)
	if !ok {
		return nil
	}
	name := `"` + escape(key) + `"`
	written := `"` + escape(value) + `"`
	if bare.MatchString(value) && (beside.Spelling != "" || !isInQuotes(beside.ValueAt)) {
		written = value
	}
	if beside.Spelling != "" {
		if name = attributeFor(key, beside.Spelling); name == "" {
			return nil
		}
	}
	text := at.Source.Text
	start, end := lineAround(at)
	blank := string(text[start:at.Start])
	after := strings.TrimSpace(string(text[at.End:end]))
	alone := strings.TrimSpace(blank) == "" && (after == "" || after == "," || isComment(strings.TrimLeft(after, ", \t")))
	switch {
	case alone:
		comma := ""
		if strings.HasPrefix(after, ",") {
			comma = ","
		}
		eol := "\n"
		if strings.HasSuffix(string(text[:end]), "\r\n") {
			eol = "\r\n"
		}
		return conf.Propose(at.Source.Span(end, end), blank+padded(name, beside, at)+written+comma+eol)
	case beside.Spelling == "":
		return conf.Propose(at.Source.Span(at.End, at.End), ", "+name+" = "+written)
	}
	return nil
}

// padded is a key with the equals sign below the one above it, if there is
// room.
func padded(name string, beside *conf.Assignment, above source.Span) string {
	value := beside.ValueAt.Start
	if isInQuotes(beside.ValueAt) {
		value--
	}
	head := string(above.Source.Text[above.Start:value])
	column := strings.LastIndexByte(head, '=')
	if column > len(name) {
		name += strings.Repeat(" ", column-len(name)-1)
	}
	return name + " = "
}

// attributeFor finds the attribute of a key in the block in which another
// attribute stands; empty when there is none.
func attributeFor(key, spelling string) string {
	schema := &settable
	if i := strings.LastIndexByte(spelling, '.'); i >= 0 {
		inner, ok := settable.blocks[spelling[:i]]
		if !ok {
			return ""
		}
		schema = inner.body
	}
	for name, a := range schema.attributes {
		if a.key == key && a.joined == "" {
			return name
		}
	}
	return ""
}

// item is an assignment from its key to its value, quotes included.
func item(a *conf.Assignment) (source.Span, bool) {
	if a.KeyAt == a.ValueAt || a.ValueAt.Start < a.KeyAt.End {
		return source.Span{}, false
	}
	start, end := a.KeyAt.Start, a.ValueAt.End
	if a.Spelling == "" && isInQuotes(a.KeyAt) {
		start--
	}
	if isInQuotes(a.ValueAt) {
		end++
	}
	return a.KeyAt.Source.Span(start, end), true
}

func isInQuotes(at source.Span) bool {
	text := at.Source.Text
	return at.Start > 0 && text[at.Start-1] == '"' && at.End < len(text) && text[at.End] == '"'
}

// literal is a number or a truth value.
var literal = regexp.MustCompile(`^(-?[0-9][0-9.eE+-]*|true|false)$`)

func isComment(text string) bool {
	return strings.HasPrefix(text, "#") || strings.HasPrefix(text, "//")
}

// lineAround returns where the lines of a span start and end, the line end
// included.
func lineAround(at source.Span) (start, end int) {
	text := string(at.Source.Text)
	start, end = strings.LastIndexByte(text[:at.Start], '\n')+1, len(text)
	if i := strings.IndexByte(text[at.End:], '\n'); i >= 0 {
		end = at.End + i + 1
	}
	return start, end
}

func skipBlanks(text []byte, at int) int {
	for at < len(text) && (text[at] == ' ' || text[at] == '\t') {
		at++
	}
	return at
}

// escape writes a text between the quotes of HCL.
func escape(text string) string {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "${", "$${", "%{", "%%{").Replace(text)
}
