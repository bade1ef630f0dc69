package policies.correctness.unknown_key_test

import data.policies.correctness.unknown_key as rule

written(key, known) := {
	"assignments": [{"id": "assignment#0", "key": key, "name": key, "raw": "1", "layer": "conf", "effective": true}],
	"keys": {key: known},
}

test_denies_a_slip if {
	some answer in rule.deny with input as written("spark.executor.memoryOverhad", {"status": "unknown", "nearest": "spark.executor.memoryOverhead", "distance": 1, "case_only": false})
	answer.at == "assignment#0"
	answer.msg == "Spark knows no spark.executor.memoryOverhad and ignores it; did you mean spark.executor.memoryOverhead?"
	answer.rename == {"spark.executor.memoryOverhad": "spark.executor.memoryOverhead"}
	not answer.unsafe
}

test_denies_two_letters_of_a_long_key if {
	some answer in rule.deny with input as written("spark.exectuor.memory", {"status": "unknown", "nearest": "spark.executor.memory", "distance": 2, "case_only": false})
	answer.rename == {"spark.exectuor.memory": "spark.executor.memory"}
	answer.unsafe
}

test_allows_short_keys if {
	count(rule.deny) == 0 with input as written("spark.tax.jar", {"status": "unknown", "nearest": "spark.yarn.jar", "distance": 2, "case_only": false})
	count(rule.deny) == 0 with input as written("spark.app.mode", {"status": "unknown", "nearest": "spark.api.mode", "distance": 1, "case_only": false})
}

test_allows_keys_of_others if {
	every known in [
		{"status": "known"}, {"status": "family"}, {"status": "unknown"},
		{"status": "unknown", "nearest": "spark.executor.cores", "distance": 0, "case_only": true},
		{"status": "unknown", "nearest": "spark.executor.cores", "distance": 1, "case_only": false, "releases": "4.0"},
		{"status": "unknown", "nearest": "spark.executor.cores", "distance": 1, "case_only": false, "deprecated": {"since": "2.0"}},
	] {
		count(rule.deny) == 0 with input as written("spark.executor.core", known)
	}
}

test_allows_a_blank_that_another_rule_owns if {
	count(rule.deny) == 0 with input as written("spark.executor.cores ", {"status": "unknown", "nearest": "spark.executor.cores", "distance": 1, "case_only": false})
}
