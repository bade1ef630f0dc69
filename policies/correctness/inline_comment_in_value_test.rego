package policies.correctness.inline_comment_in_value_test

import data.policies.correctness.inline_comment_in_value as rule

written(key, raw, invalid) := {
	"assignments": [{"id": "assignment#0", "key": key, "name": key, "text": raw, "effective": true}],
	"invalid": invalid,
	"keys": {key: {"status": "known"}},
}

test_denies_a_comment_after_a_number if {
	some answer in rule.deny with input as written("spark.sql.shuffle.partitions", "800  # large", {"spark.sql.shuffle.partitions": {"kind": "type", "message": "m", "raw": "800  # large"}})
	answer.at == "spark.sql.shuffle.partitions"
	answer.msg == "the comment is part of the value of spark.sql.shuffle.partitions: it needs a line of its own"
	answer.set == {"spark.sql.shuffle.partitions": "800"}
}

test_denies_a_comment_after_text if {
	count(rule.deny) == 1 with input as written("spark.master", "yarn # production", {})
}

test_allows_free_text if {
	count(rule.deny) == 0 with input as written("spark.app.name", "orders # 4", {})
	count(rule.deny) == 0 with input as written("spark.eventLog.dir", "a //b", {})
	count(rule.deny) == 0 with input as written("spark.eventLog.dir", "hdfs:///logs#1", {})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"assignments": [{"id": "assignment#0", "key": "spark.master", "name": "spark.master", "effective": true}],
		"invalid": {}, "keys": {"spark.master": {"status": "known"}},
	}
}
