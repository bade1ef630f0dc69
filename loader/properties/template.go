package properties

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sparkvet/sparkvet/conf"
)

// Many spark-defaults.conf files are kept as templates of a deployment tool
// (Jinja, ERB, Go and Helm, the @NAME@ and %NAME% of scripts). A line that holds
// nothing but template tags is no setting, and what a tag writes cannot be
// known from the file.

// bracket is how a template language marks what is its own.
type bracket struct{ open, close string }

var tags = [...]bracket{{"{{", "}}"}, {"{%", "%}"}, {"{#", "#}"}, {"<%", "%>"}}

// blocks follows the template blocks that a file opens and closes.
type blocks struct {
	// open holds for each open block whether its lines may be left out;
	// conditional counts those.
	open        []bool
	conditional int
	// unclosed marks the tags that no later text closes.
	unclosed [len(tags)]bool
}

// placeholder is text that a template replaces.
var placeholder = regexp.MustCompile(`(?s)\{\{.*?\}\}|\{%.*?%\}|<%.*?%>|@[A-Z][A-Z0-9_]*@|%[A-Z][A-Z0-9_]+%`)

// opening is where a tag begins that writes something.
var opening = regexp.MustCompile(`\{[{%]|<%`)

// runtime are the placeholders that Spark and YARN fill in themselves, so that
// the text is what it seems: executor.extraJavaOptions, custom log URLs,
// container environments.
var runtime = regexp.MustCompile(`^\{\{(APP_ID|EXECUTOR_ID|FILE_NAME|HTTP_SCHEME|NM_HOST|NM_PORT|NM_HTTP_PORT|` +
	`NM_HTTP_ADDRESS|CLUSTER_ID|CONTAINER_ID|USER|PWD|JAVA_HOME|HADOOP_[A-Z_]+)\}\}$`)

// filledIn returns the first placeholder in a text; empty when it has none.
func filledIn(text string) string {
	if !strings.ContainsAny(text, "{<@%") {
		return ""
	}
	for len(text) > 0 {
		at := placeholder.FindStringIndex(text)
		if at == nil {
			return ""
		}
		if found := text[at[0]:at[1]]; !runtime.MatchString(found) {
			return shorten(found)
		}
		text = text[at[1]:]
	}
	return ""
}

// hidden says why a value cannot be known; empty when it can.
func (b *blocks) hidden(value string) conf.Reason {
	if found := filledIn(value); found != "" {
		return conf.Reason(found + " is filled in by a template")
	}
	if b.conditional > 0 {
		return "it stands in a part of a template that may be left out"
	}
	return ""
}

// hiddenKey says that a key cannot be known; empty when it can. Blanks end a
// key, so that it may hold only the beginning of a tag.
func hiddenKey(key string) conf.Reason {
	if !opening.MatchString(key) && filledIn(key) == "" {
		return ""
	}
	return conf.Reason("a template fills in the key " + shorten(key))
}

// shorten keeps a reason to a few words.
func shorten(text string) string {
	const enough = 60
	if utf8.RuneCountInString(text) <= enough {
		return text
	}
	return string([]rune(text[:min(len(text), enough*utf8.UTFMax)])[:enough]) + "…"
}

// directive returns the length of the template tags with which text begins,
// when nothing else stands on their line; 0 when it is a setting. Further
// settings that a tag may write make the layer's other keys unseen.
func (b *blocks) directive(text []byte, layer *conf.Layer) int {
	tag := tagAt(text)
	if tag < 0 {
		return 0
	}
	line := lineLength(text)
	var found []string
	at := 0
	for at < line {
		length := 0
		switch tag = tagAt(text[at:]); {
		case isBlank(rune(text[at])):
			at++
			continue
		case tag >= 0 && len(found) < maximumNotes:
			length = b.close(tag, text[at:], line-at)
		}
		if length == 0 {
			return 0
		}
		found = append(found, string(text[at:at+length]))
		at += length
	}
	if at > line { // the last line of a tag is template too, whatever follows
		at += lineLength(text[at:])
	}
	for _, tag := range found {
		b.apply(tag, layer)
	}
	return at
}

// tagAt returns which of tags a text begins with; -1 when it begins with none.
func tagAt(text []byte) int {
	return slices.IndexFunc(tags[:], func(t bracket) bool { return bytes.HasPrefix(text, []byte(t.open)) })
}

// close returns the length of the tag that text begins with; 0 when it is never
// closed. The rest of the tag's line is looked at before other lines.
func (b *blocks) close(tag int, text []byte, line int) int {
	open, closing := len(tags[tag].open), []byte(tags[tag].close)
	if n := bytes.Index(text[open:line], closing); n >= 0 {
		return open + n + len(closing)
	}
	if b.unclosed[tag] {
		return 0
	}
	n := bytes.Index(text[open:], closing)
	if n < 0 {
		b.unclosed[tag] = true
		return 0
	}
	return open + n + len(closing)
}

// What the words of a tag do.
var (
	opensConditional = regexp.MustCompile(`^(if|unless|for|foreach|range|with|while|until|case)\b|\bdo(\s*\|[^|]*\|)?$|\{(\s*\|[^|]*\|)?$`)
	opensAlways      = regexp.MustCompile(`^(define|block|macro|filter|raw|call|autoescape|verbatim)\b`)
	closes           = regexp.MustCompile(`^end[a-z]*\b|^\}$`)
	closesItself     = regexp.MustCompile(`\bend$`)
	writesNothing    = regexp.MustCompile(`^(else|elif|elsif|elseif|set|endset|assign|import|from|break|continue)\b|^\$\w+\s*:?=|^#|^/\*`)
	writesSettings   = regexp.MustCompile(`^(include|template|extends|render)\b`)
)

// apply follows one tag.
func (b *blocks) apply(tag string, layer *conf.Layer) {
	inside := tag[2 : len(tag)-2]
	writesValue := strings.HasPrefix(tag, "{{") || strings.HasPrefix(inside, "=")
	inside = strings.TrimSpace(strings.Trim(inside, "-+=~"))
	switch {
	case strings.HasPrefix(tag, "{#"), writesNothing.MatchString(inside):
	case closes.MatchString(inside):
		b.pop()
	case opensConditional.MatchString(inside):
		if !strings.HasPrefix(tag, "<%") || !closesItself.MatchString(inside) {
			b.open = append(b.open, true)
			b.conditional++
		}
	case opensAlways.MatchString(inside):
		b.open = append(b.open, false)
	case layer.Unseen == "" && (writesValue || writesSettings.MatchString(inside)):
		layer.Unseen = conf.Reason("a template writes further settings at " + shorten(tag))
	}
}

// pop closes the innermost block.
func (b *blocks) pop() {
	last := len(b.open) - 1
	if last < 0 {
		return
	}
	if b.open[last] {
		b.conditional--
	}
	b.open = b.open[:last]
}
