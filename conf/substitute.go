package conf

import (
	"regexp"
	"slices"
	"strings"
)

// reference is ConfigReader.REF_RE: ${name}, ${env:NAME}, ${system:name}.
var reference = regexp.MustCompile(`\$\{(?:(\w+?):)?(\S+?)\}`)

// substitute expands the references that Spark's ConfigReader expands when it
// reads a registered key. A reference it cannot bind stays as it is and is
// returned in literal.
func (j *Job) substitute(raw string, seen []string) (text string, literal string, unknown Reason, invalid string) {
	text = reference.ReplaceAllStringFunc(raw, func(match string) string {
		m := reference.FindStringSubmatch(match)
		prefix, name := m[1], m[2]
		switch {
		case prefix == "env":
			unknown = Reason("environment variable " + name + " has no value here")
		case prefix == "system":
			unknown = Reason("JVM system property " + name + " has no value here")
		case prefix == "" && strings.HasPrefix(name, "spark."):
			if slices.Contains(seen, name) {
				invalid = "circular reference in ${" + name + "}"
				return match
			}
			value, ok := j.referenced(name, append(seen, name))
			if !ok {
				literal = match
				return match
			}
			if value.Unknown != "" {
				unknown = value.Unknown
			}
			if value.Invalid != "" {
				invalid = value.Invalid
			}
			return value.Raw
		default:
			literal = match
		}
		return match
	})
	return text, literal, unknown, invalid
}

// referenced returns the text that ${name} stands for; false when nobody wrote
// it and it has no default.
func (j *Job) referenced(name string, seen []string) (Value, bool) {
	var raw string
	if s := j.settings[name]; s != nil && s.Effective() != nil {
		v := s.Effective().Value
		if v.Unknown != "" {
			return v, true
		}
		raw = v.Raw
	} else if text, ok := j.defaultText(name); ok {
		raw = text
	} else {
		return Value{}, false
	}
	text, _, unknown, invalid := j.substitute(raw, seen)
	return Value{Raw: text, Unknown: unknown, Invalid: invalid}, true
}
