package properties

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/sparkvet/sparkvet/source"
)

// scanner reads logical lines as java.util.Properties.LineReader and load0 do,
// and keeps the place of everything. It holds one logical line at a time.
type scanner struct {
	text []byte
	at   int // offset of the next byte to read

	// line is the logical line so far: continuations spliced, malformed UTF-8
	// replaced, escapes as written.
	line []byte
	// high is the offset in line just after an escaped surrogate, the first
	// half of a character perhaps; -1 before there is one.
	high int
	// now is what is being said of the entry under way.
	now entry
}

// entry is one key and its value, still escaped.
type entry struct {
	key, value     []byte // slices of scanner.line, good until the next entry
	keyAt, valueAt source.Extent
	// escaped: there are escapes to decode.
	escaped bool
	// malformed is the first escape that java.util.Properties refuses, notUTF8
	// the first bytes it replaces; zero when there are none.
	malformed, notUTF8 source.Extent

	joined  source.Extent // a backslash that joins a line that looks like one of its own
	literal source.Extent // an escape that was probably meant as it stands
	colon   source.Extent // a colon that parts key and value but touches the value
}

// unit is one character of a logical line, or one whole escape.
type unit struct {
	char    rune
	escaped bool
	at      source.Extent
}

// begin moves to the first byte of the next logical line, over blank lines
// and comments; false at the end of the text.
func (s *scanner) begin() bool {
	for s.at < len(s.text) {
		switch c := s.text[s.at]; {
		case isBlank(rune(c)) || isLineEnd(c):
			s.at++
		case c == '#' || c == '!':
			s.at += lineLength(s.text[s.at:])
		case c == '\\' && s.continues():
			// A line may begin by being continued, and is then still able to
			// be a comment. At the very end of the text it is an empty key.
			if len(s.text)-s.at <= 2 {
				s.at = len(s.text)
				return true
			}
			s.join()
		default:
			return true
		}
	}
	return false
}

// entry reads the logical line that begin has found.
func (s *scanner) entry() entry {
	s.line, s.high = s.line[:0], -1
	here := source.Extent{Start: s.at, End: s.at}
	s.now = entry{keyAt: here, valueAt: here}
	next, ok := s.key()
	keyLength := len(s.line)
	if ok {
		next, ok = s.separator(next)
	}
	start, end := s.value(keyLength, next, ok)
	s.now.key, s.now.value = s.line[:keyLength], s.line[start:end]
	return s.now
}

// key reads up to the first separator or blank that is not escaped, and
// returns that one; false when the line ends before.
func (s *scanner) key() (unit, bool) {
	for {
		mark := len(s.line)
		u, ok := s.unit()
		if !ok || !u.escaped && (isSeparator(u.char) || isBlank(u.char)) {
			s.line, s.high = s.line[:mark], -1
			return u, ok
		}
		s.now.keyAt.End = u.at.End
		s.now.valueAt = source.Extent{Start: u.at.End, End: u.at.End}
	}
}

// separator skips blanks and at most one separator, the first of which is
// already read, and returns the first unit after them.
func (s *scanner) separator(u unit) (unit, bool) {
	keyLength, parted := len(s.line), false
	for {
		parted = parted || isSeparator(u.char)
		s.now.valueAt = source.Extent{Start: u.at.End, End: u.at.End}
		next, ok := s.unit()
		if !ok || next.escaped || !isBlank(next.char) && (parted || !isSeparator(next.char)) {
			if ok && u.char == ':' && u.at.Start > s.now.keyAt.End {
				s.now.colon = u.at
			}
			return next, ok
		}
		s.line = s.line[:keyLength]
		u = next
	}
}

// value reads the rest of the line from its first unit on, and returns the
// extent in s.line, from first on, of what Spark's trim leaves of it.
func (s *scanner) value(first int, u unit, ok bool) (start, end int) {
	start, end = first, first
	for mark := first; ok; u, ok = s.unit() {
		if !isTrimmed(u.char) {
			if end == first {
				start, s.now.valueAt.Start = mark, u.at.Start
			}
			end, s.now.valueAt.End = len(s.line), u.at.End
		}
		mark = len(s.line)
	}
	return start, end
}

// unit reads one character or one escape of the line; false at its end.
func (s *scanner) unit() (unit, bool) {
	mark := len(s.line)
	u, ok := s.character()
	if !ok || u.char != '\\' {
		return u, ok
	}
	s.now.escaped, u.escaped = true, true
	next := s.raw() // character has seen that the line goes on
	u.at.End = next.at.End
	switch next.char {
	case 'u':
		s.hexadecimal(&u, mark)
		return u, true
	case 't':
		u.char = '\t'
	case 'n':
		u.char = '\n'
	case 'r':
		u.char = '\r'
	case 'f':
		u.char = '\f'
	default:
		u.char = next.char
	}
	s.literalAt(u, u.char < ' ')
	return u, true
}

// hexadecimal reads the four digits of a \u escape. The digits of a malformed
// one are left to be read as text.
func (s *scanner) hexadecimal(u *unit, mark int) {
	u.char = 0
	for range 4 {
		at, length := s.at, len(s.line)
		digit, ok := s.character()
		value := hexValue(digit.char)
		if !ok || value < 0 {
			s.at, s.line = at, s.line[:length]
			u.char = utf8.RuneError
			if s.now.malformed.End == 0 {
				s.now.malformed = u.at
			}
			return
		}
		u.char, u.at.End = u.char<<4|value, digit.at.End
	}
	if s.high == mark {
		// Two escapes may make one character, of which the library would read
		// each half by itself.
		if pair := utf16.DecodeRune(s.highSurrogate(), u.char); pair != utf8.RuneError {
			s.line = utf8.AppendRune(s.line[:s.high-len(`\uD83D`)], pair)
			s.high = -1
			return
		}
	}
	if utf16.IsSurrogate(u.char) {
		s.high = len(s.line)
	}
}

// highSurrogate decodes the escape that ends at s.high.
func (s *scanner) highSurrogate() rune {
	high := rune(0)
	for _, digit := range s.line[s.high-4 : s.high] {
		high = high<<4 | hexValue(rune(digit))
	}
	return high
}

// character reads one character, over continuations; false at the end of the
// logical line.
func (s *scanner) character() (unit, bool) {
	for s.at < len(s.text) && !isLineEnd(s.text[s.at]) {
		if s.text[s.at] != '\\' || !s.continues() {
			return s.raw(), true
		}
		s.join()
	}
	return unit{}, false
}

// raw reads the character at s.at, whatever it is.
func (s *scanner) raw() unit {
	start := s.at
	if c := s.text[start]; c < utf8.RuneSelf {
		s.at++
		s.line = append(s.line, c)
		return unit{char: rune(c), at: source.Extent{Start: start, End: s.at}}
	}
	char, size := utf8.DecodeRune(s.text[start:])
	if char == utf8.RuneError && size == 1 {
		size = malformedLength(s.text[start:])
		if s.now.notUTF8.End == 0 {
			s.now.notUTF8 = source.Extent{Start: start, End: start + size}
		}
	}
	s.at += size
	s.line = utf8.AppendRune(s.line, char)
	return unit{char: char, at: source.Extent{Start: start, End: s.at}}
}

// continues reports whether the backslash at s.at joins the next line.
func (s *scanner) continues() bool {
	return s.at+1 == len(s.text) || isLineEnd(s.text[s.at+1])
}

// join skips a continuation: the backslash, the end of the line and the blanks
// that the next one begins with.
func (s *scanner) join() {
	backslash := source.Extent{Start: s.at, End: s.at + 1}
	s.at++
	if bytes.HasPrefix(s.text[s.at:], []byte("\r\n")) {
		s.at += 2
	} else if s.at < len(s.text) {
		s.at++
	}
	for s.at < len(s.text) && isBlank(rune(s.text[s.at])) {
		s.at++
	}
	s.joinedAt(backslash)
}

// malformedLength returns how many bytes java's UTF-8 decoder replaces by one
// U+FFFD at the start of text (sun.nio.cs.UTF_8.malformedN).
func malformedLength(text []byte) int {
	if len(text) == 1 {
		return 1
	}
	first, second := text[0], text[1]
	switch {
	case first >= 0xE0 && first <= 0xEF: // the lead of three bytes
		switch {
		case !isContinuation(second), first == 0xE0 && second < 0xA0:
			return 1
		case len(text) == 2 || !isContinuation(text[2]):
			return 2
		}
		return 3 // a surrogate
	case first >= 0xF0 && first <= 0xF4: // the lead of four
		switch {
		case !isContinuation(second), first == 0xF0 && second < 0x90, first == 0xF4 && second > 0x8F:
			return 1
		case len(text) == 2 || !isContinuation(text[2]):
			return 2
		}
		return 3
	}
	return 1
}

// lineLength returns the number of bytes up to the end of the line.
func lineLength(text []byte) int {
	if n := bytes.IndexAny(text, "\r\n"); n >= 0 {
		return n
	}
	return len(text)
}

func isBlank(c rune) bool        { return c == ' ' || c == '\t' || c == '\f' }
func isLineEnd(c byte) bool      { return c == '\n' || c == '\r' }
func isSeparator(c rune) bool    { return c == '=' || c == ':' }
func isContinuation(c byte) bool { return c&0xC0 == 0x80 }

// isTrimmed reports whether Spark takes the character off the ends of a value
// (Utils.trimExceptCRLF).
func isTrimmed(c rune) bool { return c <= ' ' && c != '\r' && c != '\n' }

// hexValue returns the value of a hexadecimal digit; -1 for anything else.
func hexValue(c rune) rune {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10
	}
	return -1
}
