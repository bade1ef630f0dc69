package policies.security.secret_not_redacted_test

import data.policies.security.secret_not_redacted as rule

default_pattern := "(?i)secret|password|token|access[.]?key|credential"

written(key, raw, pattern) := {
	"assignments": [{"id": "assignment#0", "key": key, "raw": raw, "effective": true}],
	"conf": {"spark.redaction.regex": pattern}, "written": {},
}

test_denies_what_the_pattern_misses if {
	some answer in rule.deny with input as written("spark.hadoop.fs.azure.account.key.a.dfs.core.windows.net", "abcd", default_pattern)
	answer.at == "spark.hadoop.fs.azure.account.key.a.dfs.core.windows.net"
	answer.set == {"spark.redaction.regex": $"{default_pattern}|account[.]?key"}
	every key in ["spark.executorEnv.AWS_ACCESS_KEY_ID", "spark.acme.passwd", "spark.eventhubs.connectionString", "spark.hadoop.fs.azure.sas.c.a.blob.core.windows.net", "spark.acme.apiKey"] {
		count(rule.deny) == 1 with input as written(key, "abcd", default_pattern)
	}
}

test_denies_a_value_from_the_environment if {
	count(rule.deny) == 1 with input as {
		"assignments": [{"id": "assignment#0", "key": "spark.acme.passwd", "effective": true}],
		"conf": {"spark.redaction.regex": default_pattern}, "written": {"spark.redaction.regex": "conf"},
	}
}

test_allows_what_the_pattern_finds if {
	count(rule.deny) == 0 with input as written("spark.hadoop.fs.s3a.secret.key", "abcd", default_pattern)
	count(rule.deny) == 0 with input as written("spark.acme.passwd", "a password", default_pattern)
	count(rule.deny) == 0 with input as written("spark.acme.passwd", "{{secrets/a/b}}", default_pattern)
	count(rule.deny) == 0 with input as written("spark.acme.passwd", "true", default_pattern)
	count(rule.deny) == 0 with input as written("spark.executor.memory", "4g", default_pattern)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"assignments": [{"id": "assignment#0", "key": "spark.acme.passwd", "raw": "abcd", "effective": true}], "conf": {}, "written": {}}
}

test_undecided_with_a_pattern_of_java if {
	some answer in rule.deny with input as object.union(
		written("spark.acme.passwd", "abcd", "pass(?=word)"),
		{"written": {"spark.redaction.regex": "conf"}},
	)
	answer.undecided == "spark.redaction.regex: pass(?=word) is a pattern that only Java understands"
}

test_no_edit_for_names_of_ones_own if {
	some answer in rule.deny with input as written("spark.acme.pin", "abcd", default_pattern) with data.params.security.secret_not_redacted as {"keys": "pin$", "not_secrets": "^$"}
	not answer.set
}
