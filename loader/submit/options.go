package submit

import (
	"strings"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/source"
)

// option reads one option with its value; a is the next argument, with plain
// dashes where they were typographic.
func (s *submission) option(a argument, typographic bool) {
	name, inline, hasInline := splitOption(a)
	s.args = s.args[1:]
	if typographic {
		at, exact := name.place(0, len(name.chars))
		s.observe(observed{kind: UnicodeDash, at: at, text: string(s.script.loader.src.Text[at.Start:at.End]),
			suggestion: name.String(), replacement: name.String(), exact: exact})
	}
	if reason(name.chars) != "" {
		s.joinJava()
		s.unseen(mayAdd(name))
		s.skipValue(hasInline)
		return
	}
	o := conf.OptionNamed(name.String())
	if j := s.java; o == nil && j != nil && jvmOption(a.String()) && s.sideBySide(j.words[len(j.words)-1], a) {
		j.words = append(j.words, a)
		return
	}
	s.joinJava()
	switch {
	case o == nil:
		s.unknown(a, name, inline, hasInline)
	case o.Switch:
		s.flip(o, a, name, hasInline)
	case hasInline:
		s.valued(o, name, inline)
	case len(s.args) == 0:
		at, _ := name.place(0, len(name.chars))
		s.observe(observed{kind: MissingOptionValue, text: name.String(), at: at})
	default:
		s.next(o, name)
	}
}

// next takes the next argument for an option's value, even if it is an option
// itself. Spark refuses that for --conf, where it holds no equals sign, so that
// it is meant as an option.
func (s *submission) next(o *conf.Option, name argument) {
	v := s.args[0]
	if n, _, _ := splitOption(v); conf.OptionNamed(n.String()) != nil {
		at, exact := v.place(0, len(v.chars))
		if o.Name == "--conf" && v.equals() < 0 {
			_, nameExact := name.place(0, len(name.chars))
			s.observe(observed{kind: ConfWithoutEquals, text: v.String(), suggestion: v.String(),
				at:          source.Extent{Start: name.at.Start, End: max(name.at.Start, v.at.End)},
				replacement: v.String(), exact: exact && nameExact && n.String() == "--conf"})
			return
		}
		s.observe(observed{kind: OptionAsValue, text: name.String() + " " + v.String(), at: at})
		s.swallowed = true
	}
	s.args = s.args[1:]
	s.valued(o, name, v)
}

// skipValue passes over what is probably the value of an option that is not
// known: a word that is neither an option nor the application.
func (s *submission) skipValue(hasInline bool) {
	if hasInline || len(s.args) < 2 {
		return
	}
	if next, _ := mended(s.args[0]); !strings.HasPrefix(next.String(), "-") && !looksLikeApplication(next.String()) {
		s.args = s.args[1:]
	}
}

// flip handles an option without a value.
func (s *submission) flip(o *conf.Option, a, name argument, hasInline bool) {
	at, exact := a.place(0, len(a.chars))
	if hasInline {
		s.observe(observed{kind: SwitchWithValue, text: written(a.chars), suggestion: o.Name, at: at, replacement: o.Name, exact: exact && o.Key == ""})
	}
	switch o.Name {
	case "--help", "--usage-error", "--version":
		s.nothing = true
	case "--load-spark-defaults":
		s.observe(observed{kind: LoadSparkDefaults, text: o.Name, at: at})
	}
	if o.Key == "" {
		return
	}
	nameAt, _ := name.place(0, len(name.chars))
	span := s.script.loader.span(nameAt)
	s.flags.Assignments = append(s.flags.Assignments, conf.Assignment{
		Key: o.Key, Value: conf.Value{Raw: "true"}, KeyAt: span, ValueAt: span, Spelling: o.Name,
	})
}

// valued handles an option with its value.
func (s *submission) valued(o *conf.Option, name, v argument) {
	nameAt, _ := name.place(0, len(name.chars))
	valueAt, _ := v.place(0, len(v.chars))
	if len(v.chars) > 0 && (v.chars[0].part.variable == "@" || v.chars[0].part.variable == "*") {
		s.unseen(mayAdd(v))
	}
	switch o.Name {
	case "--conf":
		s.setting(v)
		return
	case "--class":
		s.job.Application.Class = written(v.chars)
		s.mixed = s.mixed || has(shellClasses, s.job.Application.Class)
	case "--properties-file":
		file := value(v.chars)
		s.job.PropertiesFile = &conf.FileReference{Path: file.Raw, Unknown: file.Unknown, At: s.script.loader.span(valueAt)}
	case "--kill", "--status":
		s.nothing = true
	case "--proxy-user":
		s.observe(observed{kind: ProxyUser, text: written(v.chars), at: valueAt})
	case "--py-files":
		s.pythonFiles = true
	}
	s.given[o.Name] = append(s.given[o.Name], occurrence{name, v})
	if o.Key == "" {
		return
	}
	layer := &s.flags
	if o.Rewritten {
		layer = &s.conf
	}
	layer.Assignments = append(layer.Assignments, conf.Assignment{
		Key: o.Key, Value: value(v.chars), KeyAt: s.script.loader.span(nameAt), ValueAt: s.script.loader.span(valueAt), Spelling: o.Name,
	})
	if o.Name == "--driver-java-options" {
		s.java = &javaOptions{layer: layer, words: []argument{v}}
	}
}

// setting handles the argument of --conf: key=value, split at the first equals
// sign and not trimmed.
func (s *submission) setting(v argument) {
	equals := v.equals()
	key := v.chars
	if equals >= 0 {
		key = v.chars[:equals]
	}
	if reason(key) != "" {
		s.unseen(conf.Reason("--conf " + excerpt(written(v.chars)) + " may set any key"))
		return
	}
	if equals < 0 {
		s.withoutEquals(v)
		return
	}
	if equals+1 == len(v.chars) && strings.HasPrefix(v.String(), "spark.") && s.valueFollows() {
		s.assign(s.rejoined(BlankInConf, v, s.args[0], ""), equals)
		s.args = s.args[1:]
		return
	}
	if loose := looseBlanks(v, equals); loose != "" {
		at, exact := v.place(0, len(v.chars))
		s.observe(observed{kind: BlankInConf, text: written(v.chars), suggestion: loose, at: at, replacement: loose,
			exact: exact && isPlain(loose, v.chars[0].part.quoted)})
	}
	s.assign(v, equals)
}

// valueFollows reports whether the next word is rather a value that was cut off
// than the application that Spark would take it for: one comes later.
func (s *submission) valueFollows() bool {
	if len(s.args) < 2 || len(s.args[0].chars) == 0 || s.args[0].chars[0].b == '-' || looksLikeApplication(s.args[0].String()) {
		return false
	}
	for _, later := range s.args[1:min(len(s.args), 1+maximumNotes)] {
		if looksLikeApplication(later.String()) {
			return true
		}
	}
	return false
}

// assign adds key=value to the --conf layer.
func (s *submission) assign(v argument, equals int) {
	keyAt, _ := v.place(0, equals)
	valueAt, _ := v.place(equals+1, len(v.chars))
	key := textOf(v.chars[:equals])
	val := value(v.chars[equals+1:])
	s.conf.Assignments = append(s.conf.Assignments, conf.Assignment{
		Key: key, Value: val, KeyAt: s.script.loader.span(keyAt), ValueAt: s.script.loader.span(valueAt),
	})
	if strings.Contains(key, "JavaOptions") || strings.HasPrefix(val.Raw, "-") {
		s.java = &javaOptions{layer: &s.conf, words: []argument{v}, value: equals + 1}
	}
}

// looseBlanks returns key=value without the blanks around the equals sign that
// Spark would keep; empty when there are none.
func looseBlanks(v argument, equals int) string {
	key, val := textOf(v.chars[:equals]), textOf(v.chars[equals+1:])
	if strings.HasPrefix(key, "spark.") && (strings.TrimSpace(key) != key || strings.TrimLeft(val, " \t") != val) &&
		reason(v.chars) == "" {
		return strings.TrimSpace(key) + "=" + strings.TrimLeft(val, " \t")
	}
	return ""
}

// isPlain reports whether a text means itself to the shell, in double quotes or
// without.
func isPlain(text string, quoted bool) bool {
	return !strings.ContainsAny(text, "\"'\\$`\n") && (quoted || !strings.ContainsAny(text, " \t;&|<>()*?[]{}~#!"))
}

// withoutEquals handles a --conf whose argument holds no equals sign.
func (s *submission) withoutEquals(v argument) {
	var next, afterNext string
	if len(s.args) > 0 {
		next = s.args[0].String()
	}
	if len(s.args) > 1 {
		afterNext = s.args[1].String()
	}
	isKey := strings.HasPrefix(v.String(), "spark.")
	switch {
	case isKey && next == "=" && afterNext != "":
		joint := s.rejoined(BlankInConf, v, s.args[1], "=")
		s.assign(joint, len(v.chars))
		s.args = s.args[2:]
	case isKey && len(next) > 1 && next[0] == '=':
		s.assign(s.rejoined(BlankInConf, v, s.args[0], ""), len(v.chars))
		s.args = s.args[1:]
	case isKey && next != "" && next[0] != '-' && !strings.Contains(next, "=") && !looksLikeApplication(next) && (s.mixed || len(s.args) > 1):
		s.assign(s.rejoined(ConfWithoutEquals, v, s.args[0], "="), len(v.chars))
		s.args = s.args[1:]
	default:
		at, _ := v.place(0, len(v.chars))
		s.observe(observed{kind: ConfWithoutEquals, text: written(v.chars), at: at})
	}
}

// rejoined makes one key=value of two arguments, and reports that they were
// apart.
func (s *submission) rejoined(kind string, v, rest argument, between string) argument {
	joint := argument{at: source.Extent{Start: v.at.Start, End: max(v.at.Start, rest.at.End)}}
	joint.chars = append(joint.chars, v.chars...)
	if between != "" {
		equals := blank(v, rest)
		equals.b = '='
		joint.chars = append(joint.chars, equals)
	}
	joint.chars = append(joint.chars, rest.chars...)
	_, exact := v.place(0, len(v.chars))
	_, restExact := rest.place(0, len(rest.chars))
	text := s.script.loader.src.Text
	mended := string(text[v.at.Start:v.at.End]) + between + string(text[rest.at.Start:rest.at.End])
	s.observe(observed{kind: kind, text: written(v.chars), suggestion: written(joint.chars), at: joint.at,
		replacement: mended, exact: exact && restExact && v.at.End <= rest.at.Start})
	return joint
}
