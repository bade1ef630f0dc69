package policies.correctness.key_case_mismatch_test

import data.policies.correctness.key_case_mismatch as rule

written(key, known) := {
	"assignments": [{"id": "assignment#0", "key": key, "name": key, "raw": "1", "layer": "conf", "effective": true}],
	"keys": {key: known},
}

test_denies_another_case if {
	some answer in rule.deny with input as written("spark.executor.MemoryOverhead", {"status": "unknown", "nearest": "spark.executor.memoryOverhead", "distance": 0, "case_only": true})
	answer.at == "assignment#0"
	answer.msg == "Spark ignores spark.executor.MemoryOverhead: keys are case-sensitive, and the one it knows is spark.executor.memoryOverhead"
	answer.rename == {"spark.executor.MemoryOverhead": "spark.executor.memoryOverhead"}
}

test_allows_the_case_of_spark if {
	count(rule.deny) == 0 with input as written("spark.executor.memoryOverhead", {"status": "known"})
}

test_allows_another_slip if {
	count(rule.deny) == 0 with input as written("spark.executor.memoryOverhed", {"status": "unknown", "nearest": "spark.executor.memoryOverhead", "distance": 1, "case_only": false})
}
