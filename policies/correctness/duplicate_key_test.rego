package policies.correctness.duplicate_key_test

import data.policies.correctness.duplicate_key as rule

written(first, second) := {"job": {"kind": "spark-defaults"}, "assignments": [
	object.union({"id": "assignment#0", "key": "spark.executor.memory", "layer": "spark-defaults", "spelling": "", "raw": "8g"}, first),
	object.union({"id": "assignment#1", "key": "spark.executor.memory", "layer": "spark-defaults", "spelling": "", "raw": "4g"}, second),
]}

test_denies_two_values if {
	some answer in rule.deny with input as written({}, {})
	answer.at == "assignment#0"
	answer.msg == "spark.executor.memory=8g has no effect: spark.executor.memory=4g comes later in the same place, and the last one counts"
}

test_allows_the_same_value if {
	count(rule.deny) == 0 with input as written({}, {"raw": "8g"})
}

test_allows_layers_and_flags if {
	count(rule.deny) == 0 with input as written({}, {"layer": "conf"})
	count(rule.deny) == 0 with input as written({}, {"spelling": "--executor-memory"})
	count(rule.deny) == 0 with input as written({}, {"key": "spark.driver.memory"})
}

test_allows_files_of_other_programs if {
	count(rule.deny) == 0 with input as object.union(written({}, {}), {"job": {"kind": "properties"}})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {"kind": "spark-submit"}, "assignments": [
		{"id": "assignment#0", "key": "spark.executor.memory", "layer": "conf", "spelling": ""},
		{"id": "assignment#1", "key": "spark.executor.memory", "layer": "conf", "spelling": "", "raw": "4g"},
	]}
}
