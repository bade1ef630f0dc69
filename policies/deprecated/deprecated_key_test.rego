package policies.deprecated.deprecated_key_test

import data.policies.deprecated.deprecated_key as rule

written(key, known) := {
	"job": {"spark_release": "4.2"},
	"assignments": [{"id": "assignment#0", "key": key, "name": key, "effective": true}],
	"keys": {key: known},
}

row := {"since": "4.2.0", "message": "Using separate chunkFetchHandlers could be problematic.", "removed": false}

test_denies_a_deprecated_key if {
	some answer in rule.deny with input as written("spark.shuffle.server.chunkFetchHandlerThreadsPercent", {"status": "known", "deprecated": row})
	answer.at == "assignment#0"
	answer.msg == "spark.shuffle.server.chunkFetchHandlerThreadsPercent is deprecated since Spark 4.2.0: Using separate chunkFetchHandlers could be problematic"
}

test_allows_what_is_not_in_the_tables if {
	count(rule.deny) == 0 with input as written("spark.executor.memory", {"status": "known"})
}

test_allows_what_other_rules_own if {
	count(rule.deny) == 0 with input as written("spark.x", {"status": "old_name", "deprecated": row})
	count(rule.deny) == 0 with input as written("spark.x", {"status": "unknown", "deprecated": row})
	count(rule.deny) == 0 with input as written("spark.sql.x", {"status": "known", "deprecated": row})
	count(rule.deny) == 0 with input as written("spark.x", {"status": "known", "deprecated": object.union(row, {"removed": true})})
}
