# METADATA
# title: Redaction pattern that forgets the default
# description: |
#   spark.redaction.regex takes the place of Spark's pattern and does not add to it. One that does not match secret,
#   password, token and access.key shows the values of such settings in the web UI, in event logs and in the history
#   server.
# related_resources:
#   - description: spark.redaction.regex
#     ref: https://spark.apache.org/docs/latest/configuration.html#runtime-environment
# custom:
#   severity: warning
#   since: 0.1.0
#   params:
#     names:
#       default: [spark.x.secret, spark.x.password, spark.x.token, spark.hadoop.fs.s3a.access.key]
#       doc: names whose values must be hidden
#   fix: Repeat Spark's default in the pattern.
package policies.security.redaction_regex_weakened

params := data.params.security.redaction_regex_weakened

pattern := input.conf["spark.redaction.regex"] if input.written["spark.redaction.regex"]

deny contains {
	"at": "spark.redaction.regex",
	"msg": $"the pattern replaces Spark's, and does not match {concat(", ", missed)}: their values are shown",
	"set": {"spark.redaction.regex": $"(?i)secret|password|token|access[.]?key|{pattern}"},
} if {
	regex.is_valid(pattern)
	missed := [name | some name in params.names; not regex.match(pattern, name)]
	count(missed) > 0
}

# Java's patterns can do what Go's cannot.
deny contains {"undecided": $"spark.redaction.regex: {text} is a pattern that only Java understands"} if {
	text := pattern
	not regex.is_valid(text)
}
