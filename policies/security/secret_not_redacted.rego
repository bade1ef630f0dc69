# METADATA
# title: Secret that Spark would show
# description: |
#   Spark hides the values of settings whose name, or whose value, matches spark.redaction.regex, and shows all others in
#   the web UI, in event logs and in the history server. Its default pattern knows secret, password, token and access.key,
#   and little else: an Azure account key stands there for everyone to read.
# related_resources:
#   - description: spark.redaction.regex
#     ref: https://spark.apache.org/docs/latest/configuration.html#runtime-environment
#   - description: Utils.redact
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/util/Utils.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   params:
#     keys:
#       default: '(?i)(secret|password$|passwd$|passphrase$|[._-]token$|access[._-]?key([._-]?id)?$|(api|private)[._-]?key$|account[._-]key[._]|[.]sas[.]|connection[._-]?string$)'
#       doc: pattern of keys that hold credentials
#     not_secrets:
#       default: '(?i)(kubernetes\..*\.secrets\.|secretKeyRef\.|[._-]?file$|provider|^spark\.(ssl|authenticate)\.)'
#       doc: pattern of keys that only name where a credential is
#   fix: Add the name to spark.redaction.regex, which replaces Spark's pattern, so that the default has to be repeated in it.
#   yields_to: [security/redaction_regex_weakened]
package policies.security.secret_not_redacted

params := data.params.security.secret_not_redacted

pattern := input.conf["spark.redaction.regex"]

deny contains object.union(mended, {
	"at": shown[0],
	"msg": $"{concat(", ", shown)}: no match for {pattern}, so that Spark shows the value in its UI and its event log",
	"notes": notes,
}) if {
	regex.is_valid(pattern)
	count(shown) > 0
	notes := [key | some key in ["spark.redaction.regex"]; input.written[key]]
}

# Java's patterns can do what Go's cannot.
deny contains {"undecided": $"spark.redaction.regex: {text} is a pattern that only Java understands"} if {
	input.written["spark.redaction.regex"]
	text := pattern
	not regex.is_valid(text)
}

shown := sort({a.key |
	some a in input.assignments
	a.effective
	regex.match(params.keys, a.key)
	not regex.match(params.not_secrets, a.key)
	not regex.match(pattern, a.key)
	not hidden(a)
})

# Spark looks at the value too. What Databricks fills in, it hides itself.
hidden(a) if regex.match(pattern, a.raw)

hidden(a) if regex.match(`^(true|false|\{\{.*\}\})?$`, a.raw)

mended := {"set": {"spark.redaction.regex": $"{pattern}|{concat("|", sort(missing))}"}} if {
	count(missing) > 0
} else := {}

# What would have to be in the pattern.
missing contains part if {
	some key in shown
	part := [p | some p in ["account[.]?key", "[.]sas[.]", "connection[._-]?string", "access[._-]?key", "(api|private)[._-]?key", "passphrase", "passwd"]; regex.match($"(?i){p}", key)][0]
}
