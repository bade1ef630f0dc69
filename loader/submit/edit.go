package submit

import (
	"regexp"
	"slices"
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// Editor writes settings into the commands of shell scripts: as the value of
// an option, or as --conf key=value. It looks at the bytes around a setting
// only. What they mean where quotes stand in quotes, reading them again shows.
type Editor struct{}

// Load reads a script.
func (Editor) Load(src *source.Source) conf.Loaded { return Load(src) }

// plainValue is text that means itself to the shell, in quotes of any kind and
// without.
var plainValue = regexp.MustCompile(`^[\w./:@%+,=-]+$`)

// Write replaces the value where it stands, be that the assignment of a shell
// variable, and keeps its quotes.
func (Editor) Write(a *conf.Assignment, value string) []conf.Proposal {
	if a.KeyAt == a.ValueAt { // a switch
		return nil
	}
	proposals := conf.Propose(a.ValueAt, value)
	if plainValue.MatchString(value) {
		return proposals
	}
	at := a.ValueAt
	if quoted, ok := inDoubleQuotes(value); ok {
		proposals = append(proposals, conf.Proposal{{At: at, Text: quoted}})
		if a.KeyAt.End+1 == at.Start && !isOption(a.Spelling) { // key=value in one pair of quotes
			proposals = append(proposals, conf.Proposal{{At: at.Source.Span(a.KeyAt.Start, a.KeyAt.Start), Text: `"`}, {At: at, Text: quoted + `"`}})
		}
		proposals = append(proposals, conf.Proposal{{At: at, Text: `"` + quoted + `"`}})
	}
	return append(proposals, conf.Proposal{{At: at, Text: "'" + value + "'"}})
}

// Rename replaces the key of a --conf; that of an option is the option itself.
func (Editor) Rename(a *conf.Assignment, key string) []conf.Proposal {
	if isOption(a.Spelling) || !plainValue.MatchString(key) {
		return nil
	}
	return conf.Propose(a.KeyAt, key)
}

// Remove takes out the option with its value, and the lines that then hold
// nothing else, so that the rest is still one command.
func (Editor) Remove(a *conf.Assignment) []conf.Proposal {
	at, ok := option(a)
	if !ok {
		return nil
	}
	line := linesOf(at)
	last := !strings.HasSuffix(line.after, `\`)
	switch {
	case line.before != "" && line.after != "":
		return conf.Propose(at.Source.Span(at.Start-len(line.blank), at.End), "")
	case line.before != "" || line.after != "" && line.after != `\`: // others stand on its lines
		start := at.Start - len(line.blank)
		if line.before == "" {
			start = at.Start
			for end := at.End; end < len(at.Source.Text) && isBlankByte(at.Source.Text[end]); end++ {
				at.End++
			}
		}
		return conf.Propose(at.Source.Span(start, at.End), "")
	case last && line.continues >= 0: // the line before is the last now
		return conf.Propose(at.Source.Span(line.continues, at.End), "")
	}
	return conf.Propose(at.Source.Span(line.start, line.end), "")
}

// Add writes --conf key=value behind the option, on a line of its own where
// options stand so. Behind an option with a name of its own it writes another
// such, if there is one that Spark always takes.
func (Editor) Add(beside *conf.Assignment, key, value string) []conf.Proposal {
	at, ok := option(beside)
	if !ok || !plainValue.MatchString(key) {
		return nil
	}
	line, gap := linesOf(at), " "
	if line.before == "" && (line.after == `\` || line.after == "" && line.continues >= 0) {
		gap = ` \` + line.eol + line.blank
	}
	texts := []string{key + "=" + value}
	if !plainValue.MatchString(value) {
		texts = []string{`'` + key + "=" + value + `'`}
		if quoted, ok := inDoubleQuotes(value); ok {
			texts = slices.Insert(texts, 0, `"`+key+"="+quoted+`"`)
		}
	}
	for i := range texts {
		texts[i] = "--conf " + texts[i]
	}
	if o := conf.OptionFor(key); o != nil && o.Managers == nil && o.Mode == "" && isOption(beside.Spelling) && plainValue.MatchString(value) {
		texts = slices.Insert(texts, 0, o.Name+" "+value)
	}
	var proposals []conf.Proposal
	for _, text := range texts {
		proposals = append(proposals, conf.Propose(at.Source.Span(at.End, at.End), gap+text)...)
	}
	return proposals
}

// inDoubleQuotes writes a text so that it stands for itself within double
// quotes; false for line ends, which are better left to people.
func inDoubleQuotes(text string) (string, bool) {
	quoted := strings.NewReplacer(`\`, `\\`, `"`, `\"`, `$`, `\$`, "`", "\\`").Replace(text)
	return quoted, !strings.ContainsAny(text, "\r\n\x00!")
}

func isOption(spelling string) bool { return strings.HasPrefix(spelling, "-") }

var (
	// confOption is what stands before key=value, up to its quotes.
	confOption = regexp.MustCompile(`(?:^|[\s"'(])((?:--conf|-c)(?:[ \t]|\\\r?\n)+|--conf=)$`)
	// toValue is what stands between an option and the value behind it.
	toValue = regexp.MustCompile(`^(?:=|(?:[ \t]|\\\r?\n)+)["']?$`)
	// use is a value that a shell variable brings, up to its end.
	use = regexp.MustCompile(`^(?:=|(?:[ \t]|\\\r?\n)+)("\$\{?\w+\}?"|\$\{?\w+\}?)`)
)

// option finds an option with its value, quotes included, where it is used;
// false when that is not as usual.
func option(a *conf.Assignment) (at source.Span, ok bool) {
	text, start := a.KeyAt.Source.Text, a.KeyAt.Start
	quote := byte(0)
	if start > 0 && (text[start-1] == '"' || text[start-1] == '\'') {
		start--
		quote = text[start]
	}
	end, ok := valueEnd(a)
	if !ok {
		return at, false
	}
	if quote != 0 && end < len(text) && text[end] == quote {
		end++
	} else if quote != 0 {
		start++ // it opens for more than this
	}
	if !isOption(a.Spelling) {
		before := confOption.FindSubmatchIndex(text[max(0, start-200):start])
		if before == nil {
			return at, false
		}
		start = max(0, start-200) + before[2]
	}
	if end < len(text) && !strings.ContainsRune(" \t\r\n;&|)\"'", rune(text[end])) {
		return at, false // the word goes on
	}
	return a.KeyAt.Source.Span(start, end), true
}

// valueEnd returns where the value of an option ends in the command.
func valueEnd(a *conf.Assignment) (int, bool) {
	text, key, value := a.KeyAt.Source.Text, a.KeyAt, a.ValueAt
	if key == value {
		return key.End, true
	}
	if value.Source == key.Source && value.Start > key.End {
		between := text[key.End:value.Start]
		if toValue.Match(between) {
			if q := between[len(between)-1]; (q == '"' || q == '\'') && value.End < len(text) && text[value.End] == q {
				return value.End + 1, true
			} else if q != '"' && q != '\'' {
				return value.End, true
			}
			return 0, false
		}
	}
	if found := use.FindIndex(text[key.End:]); found != nil {
		return key.End + found[1], true
	}
	return 0, false
}

// surroundings are what stands on the lines of an option, besides it.
type surroundings struct {
	// before and after are the text on its lines, without blanks; blank is what
	// stands directly before it.
	before, blank, after string
	// start and end are those of its lines, the last line end included.
	start, end int
	// continues is where the line before ends in a backslash, at the blanks in
	// front of that; -1 when it does not.
	continues int
	eol       string
}

func linesOf(at source.Span) surroundings {
	text := string(at.Source.Text)
	s := surroundings{start: strings.LastIndexByte(text[:at.Start], '\n') + 1, end: len(text), continues: -1, eol: "\n"}
	if i := strings.IndexByte(text[at.End:], '\n'); i >= 0 {
		s.end = at.End + i + 1
	}
	s.before = strings.TrimRight(text[s.start:at.Start], " \t")
	s.blank = text[s.start+len(s.before) : at.Start]
	s.after = strings.Trim(text[at.End:s.end], " \t\r\n")
	if strings.HasSuffix(text[:s.end], "\r\n") || strings.HasSuffix(text[:s.start], "\r\n") {
		s.eol = "\r\n"
	}
	if line := strings.TrimRight(text[:s.start], "\r\n"); strings.HasSuffix(line, `\`) {
		s.continues = len(strings.TrimRight(line[:len(line)-1], " \t"))
	}
	return s
}

func isBlankByte(b byte) bool { return b == ' ' || b == '\t' }
