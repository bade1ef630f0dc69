package properties

import (
	"bytes"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// Kind describes one conf.Observation.Kind of this package.
type Kind struct {
	// Name is the Observation's Kind; a rule that reads it is named
	// correctness/<Name>.
	Name string
	// Doc says in a line what was seen and what Text, Suggestion and At hold.
	Doc string
}

// The observations of this package. Each is described in Kinds.
const (
	backslashInDefaults = "backslash_in_defaults"
	colonInDefaults     = "colon_in_defaults"
	markedOrder         = "byte_order_mark"
)

// Kinds is the table of what this package observes: what the text shows and
// the settings read from it do not.
var Kinds = [...]Kind{
	{backslashInDefaults, `a backslash in a Spark setting that Spark takes away: one at the end of a line that joins what looks like a setting or a comment of its own, or one before a letter, as in C:\temp or \d; Text is the backslash and the letter, Suggestion the same with the backslash doubled, empty at the end of a line`},
	{colonInDefaults, `a colon that begins the value in the text and was read as the separator; Text is the colon, Suggestion a colon that stays`},
	{markedOrder, `a byte order mark that Spark reads as part of the first key, which it then ignores; Text is the key with the mark, Suggestion the key without it`},
}

const byteOrderMark = "\ufeff"

// joinedAt notes a backslash whose next line, at s.at, looks like a line of its
// own.
func (s *scanner) joinedAt(backslash source.Extent) {
	if s.now.joined.End != 0 || s.at >= len(s.text) {
		return
	}
	next := s.text[s.at:]
	if c := next[0]; c == '#' || c == '!' || looksLikeSetting(next) {
		s.now.joined = backslash
	}
}

// looksLikeSetting reports whether a line begins with a spark key and goes on
// after it.
func looksLikeSetting(text []byte) bool {
	if !bytes.HasPrefix(text, []byte("spark.")) {
		return false
	}
	line := text[:lineLength(text)]
	end := bytes.IndexAny(line, " \t\f=:")
	return end > 0 && len(bytes.Trim(line[end:], " \t\f=:")) > 0
}

// literalAt notes an escape that loses a backslash that was probably meant:
// one before a letter that needs none, or one that makes a control character
// in the middle of a word.
func (s *scanner) literalAt(u unit, control bool) {
	if s.now.literal.End != 0 || !isLetter(s.text[u.at.End-1]) {
		return
	}
	if control {
		before := u.at.Start > 0 && (isLetter(s.text[u.at.Start-1]) || s.text[u.at.Start-1] == ':')
		after := u.at.End < len(s.text) && isLetter(s.text[u.at.End])
		if !before || !after {
			return
		}
	}
	s.now.literal = u.at
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func isWord(c byte) bool { return isLetter(c) || c >= '0' && c <= '9' }

// observe turns what the scanner noted of a Spark setting into observations.
func (r *reader) observe(key string, e entry) {
	if bytes.HasPrefix(e.key, []byte(byteOrderMark)) {
		mark := source.Extent{Start: e.keyAt.Start, End: e.keyAt.Start + len(byteOrderMark)}
		r.note(conf.Observation{Kind: markedOrder, Text: key, Suggestion: key[len(byteOrderMark):], Replacement: new(string)}, mark)
	}
	written := r.span(e.literal).Text()
	r.note(conf.Observation{Kind: backslashInDefaults, Text: `\`}, e.joined)
	r.note(conf.Observation{Kind: backslashInDefaults, Text: written, Suggestion: `\` + written}, e.literal)
	r.note(conf.Observation{Kind: colonInDefaults, Text: ":", Suggestion: `\:`}, e.colon)
}

// note keeps an observation that was made at all.
func (r *reader) note(o conf.Observation, at source.Extent) {
	if at.End == 0 || len(r.observations) == maximumNotes {
		return
	}
	o.At = r.span(at)
	r.observations = append(r.observations, o)
}
