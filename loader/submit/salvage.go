package submit

import (
	"bytes"
	"regexp"

	"mvdan.cc/sh/v3/syntax"

	"github.com/sparkvet/sparkvet/source"
)

// salvaged finds a Spark command where one may stand.
var salvaged = regexp.MustCompile(`(?m)(?:^|[\s;&|('"` + "`" + `])((?:[^\s;&|()'"` + "`" + `]*/)?(?:spark[23]?-(?:submit|shell|sql)|pyspark[23]?))(?:[\s"']|$)`)

// salvage reads the Spark commands beyond start one line at a time, a line
// being what backslashes at line ends join. The script does not parse, so that
// the variables it sets there are not known.
func (s *script) salvage(start int, sc *scope) {
	text := s.text.bytes
	known := &scope{parent: sc, several: s.assignedBeyond(start)}
	done := start
	for _, m := range salvaged.FindAllSubmatchIndex(text[start:], -1) {
		word := start + m[2]
		if word < done {
			continue
		}
		first := max(done, bytes.LastIndexByte(text[:word], '\n')+1)
		end := lineEnd(text, word)
		if trimmed := bytes.TrimLeft(text[first:word], " \t"); len(trimmed) > 0 && trimmed[0] == '#' {
			continue
		}
		done = end
		if !s.salvageLine(first, end, known, false) {
			s.salvageLine(word, end, known, true)
		}
	}
}

var assignmentWord = regexp.MustCompile(`([A-Za-z_][A-Za-z0-9_]*)\+?=`)

// assignedBeyond returns the variables that the text beyond start may set.
func (s *script) assignedBeyond(start int) map[string]int {
	names := map[string]int{}
	for _, m := range assignmentWord.FindAllSubmatch(s.text.bytes[start:], -1) {
		names[string(m[1])] = 2
	}
	return names
}

// lineEnd returns the end of the logical line that holds an offset.
func lineEnd(text []byte, at int) int {
	for {
		n := bytes.IndexByte(text[at:], '\n')
		if n < 0 {
			return len(text)
		}
		line := bytes.TrimRight(text[at:at+n], " \t\r") // blanks after it are a slip
		if !bytes.HasSuffix(line, []byte(`\`)) {
			return at + n
		}
		at += n + 1
	}
}

// salvageLine reads text[start:end] and reports whether there was a statement
// in it. When cut is set, what the parser does not understand is cut off.
func (s *script) salvageLine(start, end int, sc *scope, cut bool) bool {
	chars := make([]char, 0, end-start+1)
	whole := &part{outer: source.Extent{Start: start, End: end}}
	for i := start; i < end; i++ {
		c := s.text.char(i)
		if c.part == nil {
			c.part = whole
		}
		chars = append(chars, c)
	}
	if s.loader.nested -= len(chars); s.loader.nested < 0 {
		return true
	}
	line := &script{loader: s.loader, text: piece(chars), depth: s.depth, consumed: map[*syntax.CallExpr]bool{}}
	statements, failure := line.parse()
	if len(statements) == 0 && cut {
		line.torn = "the command cannot be read to its end"
		at := min(position(failure), len(chars))
		rest := line.text.use(at, len(chars))
		chars = append(chars[:at:at], char{b: unknownByte, at: rest, part: &part{
			outer: rest, unknown: line.torn, written: line.text.source(at, len(chars)), variable: "*", many: true,
		}})
		line.text = piece(chars)
		statements, _ = line.parse()
	}
	line.survey(statements)
	line.statements(statements, newScope(sc))
	return len(statements) > 0
}
