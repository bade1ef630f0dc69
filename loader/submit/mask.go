package submit

import (
	"bytes"
	"regexp"
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// hole is a template expression in the root text, filled in before the shell
// sees the script.
type hole struct {
	extent source.Extent
	part   *part
}

// holeAt returns the part of the template that covers an offset; nil outside.
func holeAt(holes []hole, offset int) *part {
	i := sort.Search(len(holes), func(i int) bool { return holes[i].extent.End > offset })
	if i < len(holes) && holes[i].extent.Start <= offset {
		return holes[i].part
	}
	return nil
}

// template finds what Jinja, ERB, GitHub Actions and configure scripts fill
// in: expressions, and tags and comments that leave no text of their own. A
// lone {# is the length of a shell array.
var template = regexp.MustCompile(`\$?\{\{[^\r\n]*?\}\}|<%=[^\r\n]*?%>|@[A-Z][A-Z0-9_]*@|` +
	`\{%[^\r\n]*?%\}|<%[^\r\n]*?%>|(?:^|[^$])(\{#[^\r\n]*?#\})`)

// runtime are the placeholders that Spark and YARN fill in themselves, so that
// the text is what it seems.
var runtime = regexp.MustCompile(`^\{\{(?:APP_ID|EXECUTOR_ID|FILE_NAME|HTTP_SCHEME|NM_HOST|NM_PORT|NM_HTTP_PORT|` +
	`NM_HTTP_ADDRESS|CLUSTER_ID|CONTAINER_ID|USER|PWD|JAVA_HOME|HADOOP_[A-Z_]+)\}\}$`)

// mask returns a text that the shell parser can read, byte for byte as long:
// templates do not break its grammar, and bytes that are no UTF-8 do not stop
// it. What follows a zero byte is no script.
func mask(root []byte) *text {
	if i := bytes.IndexByte(root, 0); i >= 0 {
		root = root[:i]
	}
	t := &text{bytes: root, root: root}
	for _, mark := range []string{"{{", "{%", "{#", "<%", "@"} {
		if bytes.Contains(root, []byte(mark)) {
			t.maskTemplates()
			break
		}
	}
	t.maskInvalid()
	t.maskComments()
	return t
}

func (t *text) maskTemplates() {
	matches := template.FindAllSubmatchIndex(t.bytes, -1)
	if matches == nil {
		return
	}
	masked := slices.Clone(t.bytes)
	var open []source.Extent
	for _, m := range matches {
		start, end := m[0], m[1]
		if m[2] >= 0 {
			start, end = m[2], m[3]
		}
		expression, extent := t.bytes[start:end], source.Extent{Start: start, End: end}
		fill := byte(' ')
		switch {
		case runtime.Match(expression):
			continue
		case expression[0] == '$' || expression[0] == '@' || expression[1] == '{' || expression[2] == '=':
			fill = unknownByte
			t.holes = append(t.holes, hole{extent, &part{
				outer: extent, unknown: conf.Reason(excerpt(string(expression)) + " is filled in by a template"),
				written: string(expression), many: true,
			}})
		case opensBlock.Match(expression):
			open = append(open, extent)
		case closesBlock.Match(expression) && len(open) > 0:
			t.blocks = append(t.blocks, source.Extent{Start: open[len(open)-1].Start, End: end})
			open = open[:len(open)-1]
		}
		for i := start; i < end; i++ {
			masked[i] = fill
		}
	}
	t.bytes = masked
}

// opensBlock and closesBlock find the tags around text that a template may
// leave out or repeat.
var (
	opensBlock  = regexp.MustCompile(`^(?:\{%|<%)[-+]?\s*(?:if|unless|for|while|case|macro|call|with)\b|\bdo(?:\s*\|[^|]*\|)?\s*-?%>$`)
	closesBlock = regexp.MustCompile(`^(?:\{%|<%)[-+]?\s*end|^<%-?\s*\}`)
)

// maskInvalid replaces bytes that the shell parser refuses.
func (t *text) maskInvalid() {
	if utf8.Valid(t.bytes) {
		return
	}
	masked := slices.Clone(t.bytes)
	for i := 0; i < len(masked); {
		r, size := utf8.DecodeRune(masked[i:])
		if r == utf8.RuneError && size == 1 {
			masked[i] = '?'
		}
		i += size
	}
	t.bytes = masked
}

// commentedBackslash finds a backslash at the end of a line that looks like a
// comment, or ends in one. For the shell it is a part of the comment, for its
// parser it would join the next line.
var commentedBackslash = regexp.MustCompile(`(?m)^([^#\r\n]*[ \t;])?#[^\r\n]*(\\)\r?$`)

func (t *text) maskComments() {
	var masked []byte
	for _, m := range commentedBackslash.FindAllSubmatchIndex(t.bytes, -1) {
		if m[2] >= 0 && inQuotes(t.bytes[m[2]:m[3]]) {
			continue
		}
		if masked == nil {
			masked = slices.Clone(t.bytes)
		}
		masked[m[4]] = ' '
	}
	if masked != nil {
		t.bytes = masked
	}
}

// inQuotes reports whether a quote is open at the end of a line's beginning.
func inQuotes(line []byte) bool {
	return bytes.Count(line, []byte(`"`))%2 == 1 || bytes.Count(line, []byte(`'`))%2 == 1
}
