# How a text goes wrong before Spark reads it as a value. The rules about
# types and choices leave these texts to the rule that names the cause.
package policies.lib.value_text

# A comment behind a value of one word.
commented(raw) if regex.match(`^\S+\s+#`, raw)

commented(raw) if regex.match(`^\S+\s+//`, raw)

# The value before the comment.
uncommented(raw) := regex.split(`\s`, raw)[0]

# Quotes around the whole value.
quoted(raw) if regex.match(`^"[^"]*"$`, raw)

quoted(raw) if regex.match(`^'[^']*'$`, raw)

unquoted(raw) := substring(raw, 1, count(raw) - 2)

# What an author means to be filled in, in the notations that documentation
# uses. (?<name>…) is a group of a regular expression.
placeholder(raw) := word if {
	contains(raw, "<")
	word := regex.find_all_string_submatch_n(`(?:^|[^?\w])(<[A-Za-z][A-Za-z0-9 ._-]*>)`, raw, 1)[0][1]
} else := regex.find_n(`\b(CHANGE_?ME|REPLACE_?ME|TODO|FIXME|TBD)\b`, raw, 1)[0] if {
	lower(raw) != raw
} else := word if {
	contains(lower(raw), "your")
	word := regex.find_all_string_submatch_n(`(?:^|[/:.@,=_-])((?:your|YOUR)[-_][A-Za-z0-9][A-Za-z0-9_-]*)`, raw, 1)[0][1]
}

# A shell's variable at the start of a value, or of a part of it.
variable(raw) := word if {
	contains(raw, "$")
	word := regex.find_all_string_submatch_n(`(?:^|[/:,])(\$[A-Za-z_]\w*|\$\{[A-Za-z_]\w*\})`, raw, 1)[0][1]
}

# A long word in capitals where none can stand: what sed replaces.
token(raw) if regex.match(`^[A-Z][A-Z0-9_]{8,}[a-z]{0,2}$`, raw)

# Text whose cause is none of its type.
spoilt(raw) if commented(raw)

spoilt(raw) if quoted(raw)

spoilt(raw) if placeholder(raw)

spoilt(raw) if variable(raw)
