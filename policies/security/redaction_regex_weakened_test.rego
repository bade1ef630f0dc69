package policies.security.redaction_regex_weakened_test

import data.policies.security.redaction_regex_weakened as rule

written(pattern) := {"conf": {"spark.redaction.regex": pattern}, "written": {"spark.redaction.regex": "conf"}}

test_denies_a_pattern_that_forgets if {
	some answer in rule.deny with input as written("apikey")
	answer.msg == "the pattern replaces Spark's, and does not match spark.x.secret, spark.x.password, spark.x.token, spark.hadoop.fs.s3a.access.key: their values are shown"
	answer.set == {"spark.redaction.regex": "(?i)secret|password|token|access[.]?key|apikey"}
	count(rule.deny) == 1 with input as written("(?i)secret|password|token")
}

test_allows_a_pattern_that_adds if {
	count(rule.deny) == 0 with input as written("(?i)secret|password|token|access[.]?key|apikey")
	count(rule.deny) == 0 with input as written(".*")
}

test_allows_the_default if {
	count(rule.deny) == 0 with input as {"conf": {"spark.redaction.regex": "(?i)nothing"}, "written": {}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "written": {"spark.redaction.regex": "conf"}}
}

test_undecided_with_a_pattern_of_java if {
	some answer in rule.deny with input as written("pass(?=word)")
	answer.undecided == "spark.redaction.regex: pass(?=word) is a pattern that only Java understands"
}
