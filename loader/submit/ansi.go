package submit

import (
	"strconv"
	"unicode/utf8"
)

// ansi decodes the inside of $'…', which ends at a zero byte.
func (d *decoder) ansi(start, end int, base *part) {
	for i := start; i < end; {
		if d.text.bytes[i] != '\\' || i+1 >= end {
			d.copy(i, i+1, base)
			i++
			continue
		}
		decoded, length := ansiEscape(d.text.bytes[i:end])
		if len(decoded) == 1 && decoded[0] == 0 {
			return
		}
		for _, b := range decoded {
			d.escaped(b, i, i+length, base)
		}
		i += length
	}
}

// simpleEscapes are the escapes of $'…' that stand for one byte.
var simpleEscapes = map[byte]byte{
	'a': 7, 'b': 8, 'e': 27, 'E': 27, 'f': 12, 'n': '\n', 'r': '\r', 't': '\t', 'v': 11,
	'\\': '\\', '\'': '\'', '"': '"', '?': '?',
}

// ansiEscape decodes the escape at the start of text and returns its length.
// A backslash before anything else stays.
func ansiEscape(text []byte) (decoded []byte, length int) {
	c := text[1]
	if b, ok := simpleEscapes[c]; ok {
		return []byte{b}, 2
	}
	switch {
	case c >= '0' && c <= '7':
		n := digits(text[1:], 3, 8)
		v, _ := strconv.ParseUint(string(text[1:1+n]), 8, 16)
		return []byte{byte(v)}, 1 + n
	case c == 'x' || c == 'u' || c == 'U':
		most := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
		n := digits(text[2:], most, 16)
		if n == 0 {
			return text[:2], 2
		}
		v, _ := strconv.ParseUint(string(text[2:2+n]), 16, 32)
		if c == 'x' {
			return []byte{byte(v)}, 2 + n
		}
		return utf8.AppendRune(nil, rune(min(v, utf8.MaxRune+1))), 2 + n
	case c == 'c' && len(text) > 2:
		return []byte{text[2] & 0x1f}, 3
	}
	return text[:2], 2
}

// digits counts the digits of a base at the start of text, up to a most.
func digits(text []byte, most, base int) int {
	n := 0
	for n < most && n < len(text) {
		if _, err := strconv.ParseUint(string(text[n]), base, 8); err != nil {
			break
		}
		n++
	}
	return n
}
