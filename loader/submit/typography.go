package submit

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sparkvet/sparkvet/source"
)

// Typographic characters that word processors and web pages put in place of
// plain ones.
const (
	dashes       = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
	doubleQuotes = "\u201c\u201d\u201e\u201f\u2033"
	singleQuotes = "\u2018\u2019\u201a\u201b\u2032"
	noBreaks     = "\u00a0\u2007\u202f\u3000"
)

// runeAt decodes the rune at a position of decoded text; none in an unknown
// part or in quotes, where typography is meant.
func runeAt(chars []char, i int) (r rune, size int) {
	if i >= len(chars) || chars[i].part.unknown != "" || chars[i].part.quoted {
		return utf8.RuneError, 0
	}
	if chars[i].b < utf8.RuneSelf {
		return rune(chars[i].b), 1
	}
	return utf8.DecodeRuneInString(textOf(chars[i:min(i+utf8.UTFMax, len(chars))]))
}

// isOne reports whether a rune is one of a set.
func isOne(set string, r rune, size int) bool {
	return size > 0 && r != utf8.RuneError && strings.ContainsRune(set, r)
}

// separated splits arguments at no-break spaces, so that the command can be
// found at all; typography reports them.
func separated(args []argument) []argument {
	if !slices.ContainsFunc(args, hasNoBreak) {
		return args
	}
	var result []argument
	for _, a := range args {
		start := 0
		for i := 0; i <= len(a.chars); {
			r, size := runeAt(a.chars, i)
			if i == len(a.chars) || isOne(noBreaks, r, size) {
				if start < i || len(a.chars) == 0 {
					at, _ := a.place(start, i)
					result = append(result, argument{chars: a.chars[start:i:i], at: at})
				}
				start = i + size
			}
			i += max(1, size)
		}
	}
	return result
}

func hasNoBreak(a argument) bool {
	return slices.ContainsFunc(a.chars, func(c char) bool { return c.b == 0xC2 || c.b == 0xE2 || c.b == 0xE3 }) &&
		strings.ContainsAny(a.String(), noBreaks)
}

// noBreak reports the no-break spaces between the words of a command.
func (s *submission) noBreak(args []argument) {
	text := s.script.loader.src.Text
	for i := 1; i < len(args); i++ {
		start, end := args[i-1].at.End, args[i].at.Start
		if start >= end || end-start > 16 {
			continue
		}
		gap := string(text[start:end])
		spaces := strings.Trim(gap, " \t")
		if spaces == "" || strings.Trim(spaces, noBreaks+" ") != "" {
			continue
		}
		start += strings.Index(gap, spaces)
		s.observe(observed{kind: NonBreakingSpace, text: args[i].String(), suggestion: " ",
			at: source.Extent{Start: start, End: start + len(spaces)}, replacement: " ", exact: true})
	}
}

// smartQuoted puts together the words between typographic quotes, as their
// author meant them.
func (s *submission) smartQuoted(args []argument) []argument {
	var result []argument
	for i := 0; i < len(args); i++ {
		a := args[i]
		open, quote, size := opening(a)
		if size == 0 {
			result = append(result, a)
			continue
		}
		last, end, found := s.closed(args, i, open+size, quote)
		if !found {
			at, _ := a.place(open, open+size)
			s.observe(observed{kind: SmartQuotes, text: a.String(), suggestion: textOf(a.chars[open+size:]), at: at})
			if len(a.chars) > size {
				a.chars = slices.Delete(slices.Clone(a.chars), open, open+size)
			}
			result = append(result, a)
			continue
		}
		result = append(result, s.unquoted(args[i:last+1], open, size, end))
		i = last
	}
	return result
}

// opening finds a typographic quote at the start of a word, of an option's
// value or of a setting's.
func opening(a argument) (at int, quotes string, size int) {
	most := 1 // equals signs before it
	if strings.HasPrefix(strings.TrimLeft(a.String(), "-"+dashes), "conf=") {
		most = 2
	}
	for i, equals := 0, 0; i < len(a.chars) && equals <= most; {
		r, size := runeAt(a.chars, i)
		for _, set := range []string{doubleQuotes, singleQuotes} {
			if isOne(set, r, size) && (i == 0 || a.chars[i-1].b == '=') {
				return i, set, size
			}
		}
		if r == '=' {
			equals++
		}
		i += max(1, size)
	}
	return 0, "", 0
}

// closed finds the quote that ends a piece: at the end of the same word, or of
// one of those that follow.
func (s *submission) closed(args []argument, first, from int, quotes string) (last, end int, found bool) {
	const (
		most = 64 // words within one pair of quotes
		size = 3  // bytes of each of the quotes
	)
	for n := first; n < min(len(args), first+most); n++ {
		if n > first {
			from = 0
			if !s.sideBySide(args[n-1], args[n]) {
				break
			}
		}
		end = len(args[n].chars) - size
		if r, width := runeAt(args[n].chars, max(0, end)); end >= from && width == size && isOne(quotes, r, width) {
			return n, end, true
		}
	}
	return 0, 0, false
}

// sideBySide reports whether there are but blanks between two arguments, and
// no redirection.
func (s *submission) sideBySide(before, after argument) bool {
	if before.at.End > after.at.Start {
		return true // out of one variable
	}
	gap := s.script.loader.src.Text[before.at.End:after.at.Start]
	return len(bytes.Trim(gap, " \t\r\n\\"+noBreaks)) == 0
}

// unquoted makes one argument of several words and reports the quotes.
func (s *submission) unquoted(words []argument, open, size, end int) argument {
	first, last := words[0], words[len(words)-1]
	all := joined(words)
	whole := argument{chars: all, at: source.Extent{Start: first.at.Start, End: max(first.at.Start, last.at.End)}}
	stop := len(all) - len(last.chars) + end
	inner := all[open+size : stop]
	at, exact := whole.place(open, len(all))
	mark := `"`
	if strings.Contains(singleQuotes, textOf(all[open:open+size])) {
		mark = "'"
	}
	plain := mark + textOf(inner) + mark
	o := observed{kind: SmartQuotes, text: textOf(all[open:]), suggestion: plain, at: at}
	innerAt, innerExact := whole.place(open+size, stop)
	if text := string(s.script.loader.src.Text[innerAt.Start:innerAt.End]); exact && innerExact && s.script.depth == 0 && len(inner) > 0 {
		o.replacement, o.exact = mark+text+mark, !strings.ContainsAny(text, "\"'\\`")
	}
	s.observe(o)
	kept := slices.Concat(all[:open], inner)
	if len(kept) == 0 {
		whole.at = source.Extent{Start: innerAt.Start, End: innerAt.Start}
	}
	return argument{chars: kept, at: whole.at}
}

// mended returns an option whose dashes are typographic with plain ones; false
// when there is nothing to mend.
func mended(a argument) (argument, bool) {
	typographic := false
	i := 0
	for {
		r, size := runeAt(a.chars, i)
		if !isOne(dashes, r, size) && (r != '-' || size != 1) {
			break
		}
		typographic = typographic || size > 1
		i += size
	}
	if !typographic || i == len(a.chars) || !isLetter(a.chars[i].b) {
		return a, false
	}
	plain := "--"
	if name, _, _ := splitOption(argument{chars: a.chars[i:]}); len(name.chars) == 1 {
		plain = "-"
	}
	first := a.chars[0]
	chars := make([]char, 0, len(a.chars))
	run := source.Extent{Start: first.at.Start, End: a.chars[i-1].at.End}
	chars = append(chars, char{b: '-', at: run, part: first.part})
	if plain == "--" {
		chars = append(chars, char{b: '-', at: source.Extent{Start: run.End, End: run.End}, part: first.part})
	}
	return argument{chars: append(chars, a.chars[i:]...), at: a.at}, true
}

func isLetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }
