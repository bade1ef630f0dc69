package policies.deprecated.ignored_key_test

import data.policies.deprecated.ignored_key as rule

written(key, known) := {
	"job": {"spark_release": "4.0"},
	"assignments": [{"id": "assignment#0", "key": key, "name": key, "effective": true}],
	"keys": {key: known},
}

row := {"since": "2.0.0", "message": "Not used anymore.", "removed": false}

test_denies_what_the_tables_retire if {
	some answer in rule.deny with input as written("spark.executor.port", {"status": "unknown", "deprecated": row})
	answer.at == "assignment#0"
	answer.msg == "spark.executor.port has no effect: Spark says of it since 2.0.0: Not used anymore"
	answer.unset == ["spark.executor.port"]
}

test_denies_what_older_releases_read if {
	some answer in rule.deny with input as written("spark.shuffle.cleaner.interval", {"status": "unknown", "releases": "3.4, 3.5"})
	answer.msg == "spark.shuffle.cleaner.interval has no effect: Spark 3.5 was the last to read it"
}

test_denies_what_is_in_no_table if {
	some answer in rule.deny with input as written("spark.storage.memoryFraction", {"status": "unknown"})
	answer.msg == "spark.storage.memoryFraction has no effect: Spark has not read it since 3.0"
	some other in rule.deny with input as written("spark.akka.frameSize", {"status": "unknown"})
	other.msg == "spark.akka.frameSize has no effect: Spark has not read it since 2.0"
}

test_allows_what_is_read if {
	every known in [
		{"status": "known"}, {"status": "known", "deprecated": row}, {"status": "unknown"},
		{"status": "unknown", "deprecated": object.union(row, {"removed": true})}, {"status": "unknown", "releases": "3.5, 4.1"},
	] {
		count(rule.deny) == 0 with input as written("spark.executor.port", known)
	}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as object.union(object.remove(written("spark.x", {"status": "unknown", "releases": "3.5"}), ["job"]), {"job": {}})
}
