package submit

import (
	"strings"

	"github.com/agext/levenshtein"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// unknown handles an option that spark-submit does not have.
func (s *submission) unknown(a, name, inline argument, hasInline bool) {
	at, exact := name.place(0, len(name.chars))
	o := observed{kind: UnknownSubmitOption, text: written(name.chars), at: at}
	if key := settingName(name.String()); key != "" {
		o.suggestion = "--conf " + key
		if hasInline || strings.Contains(key, "=") {
			o.at, exact = a.place(0, len(a.chars))
			if hasInline {
				o.suggestion += "=" + written(inline.chars)
			}
			o.replacement = o.suggestion
			o.exact = exact && reason(a.chars) == "" && isPlain(strings.TrimPrefix(o.suggestion, "--conf "), false)
		}
	} else if near := nearest(name.String()); near != "" {
		o.suggestion, o.replacement, o.exact = near, near, exact
	}
	if s.mixed { // the option is the shell's own, unless it is a slip
		s.job.Application.Args = append(s.job.Application.Args, written(name.chars))
		if hasInline {
			whole, _ := a.place(0, len(a.chars))
			s.observe(observed{kind: SwitchWithValue, text: written(a.chars),
				suggestion: written(name.chars) + " " + written(inline.chars), at: whole})
		}
		if s.program == pyspark || o.suggestion != "" && strings.HasPrefix(o.text, "--") {
			s.observe(o)
		}
		return
	}
	s.observe(o)
	if near := conf.OptionNamed(o.suggestion); near == nil || !near.Switch {
		s.skipValue(hasInline)
	}
}

// settingName returns the key of a setting that was written like an option:
// --spark.x or -Dspark.x.
func settingName(name string) string {
	key := strings.TrimLeft(name, "-")
	key = strings.TrimPrefix(key, "D")
	if strings.HasPrefix(key, "spark.") {
		return key
	}
	return ""
}

// nearest returns the one option that a name was probably meant to be; empty
// when there is none, or more than one.
func nearest(name string) string {
	word := strings.ReplaceAll(strings.ToLower(strings.TrimLeft(name, "-")), "_", "-")
	if len(word) < 3 || len(word) > 40 {
		return ""
	}
	best, found, prefixes, prefix := 2, "", 0, ""
	if len(word) > 4 { // short names are soon alike
		best++
	}
	if len(word) > 9 {
		best++
	}
	for _, o := range conf.Options {
		known := strings.TrimPrefix(o.Name, "--")
		switch distance := levenshtein.Distance(word, known, nil); {
		case distance < best:
			best, found = distance, o.Name
		case distance == best:
			found = ""
		}
		if strings.HasPrefix(known, word) {
			prefixes++
			prefix = o.Name
		}
	}
	if found == "" && prefixes == 1 {
		return prefix
	}
	return found
}

// jvmOption reports whether a word is an option of the JVM.
func jvmOption(word string) bool {
	for _, prefix := range []string{"-X", "-D", "-verbose:", "-agentlib:", "-agentpath:", "-javaagent:",
		"--add-opens=", "--add-exports=", "--add-modules=", "--add-reads=", "--enable-native-access=", "--illegal-access="} {
		if strings.HasPrefix(word, prefix) {
			return true
		}
	}
	return has("-server -client -ea -esa -da -dsa --enable-preview", word)
}

// javaOptions is an option whose value JVM options may follow, cut off by a
// blank.
type javaOptions struct {
	// layer holds its assignment, the last so far.
	layer *conf.Layer
	// words are the option's argument and what follows it; the value starts in
	// the first.
	words []argument
	value int
}

// joinJava makes one value of a JVM option and those that follow it, if any.
func (s *submission) joinJava() {
	j := s.java
	if s.java = nil; j == nil || len(j.words) == 1 {
		return
	}
	first, last := j.words[0], j.words[len(j.words)-1]
	whole := argument{chars: joined(j.words), at: source.Extent{Start: first.at.Start, End: max(first.at.Start, last.at.End)}}
	set := &j.layer.Assignments[len(j.layer.Assignments)-1]
	set.Value = value(whole.chars[j.value:])
	valueAt, _ := whole.place(j.value, len(whole.chars))
	set.ValueAt = s.script.loader.span(valueAt)
	at, exact := whole.place(0, len(whole.chars))
	text := string(s.script.loader.src.Text[at.Start:at.End])
	s.observe(observed{kind: UnquotedConfWithSpaces, text: written(whole.chars), suggestion: `"` + written(whole.chars) + `"`,
		at: at, replacement: `"` + text + `"`, exact: exact && s.script.depth == 0 && !strings.ContainsAny(text, "\"'\\`")})
}
