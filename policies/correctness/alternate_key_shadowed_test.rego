package policies.correctness.alternate_key_shadowed_test

import data.policies.correctness.alternate_key_shadowed as rule

written(old, current) := {"assignments": [
	object.union(
		{
			"id": "assignment#0", "key": "spark.yarn.executor.memoryOverhead", "name": "spark.executor.memoryOverhead",
			"raw": "4g", "layer": "conf", "spelling": "", "effective": false, "dropped": "",
		},
		old,
	),
	object.union(
		{
			"id": "assignment#1", "key": "spark.executor.memoryOverhead", "name": "spark.executor.memoryOverhead",
			"raw": "1g", "layer": "spark-defaults", "spelling": "", "effective": true, "dropped": "",
		},
		current,
	),
]}

test_denies_an_old_name_that_loses if {
	some answer in rule.deny with input as written({}, {})
	answer.at == "assignment#0"
	answer.msg == "spark.yarn.executor.memoryOverhead=4g has no effect: spark.executor.memoryOverhead=1g is written too, and Spark reads the current name first"
	answer.notes == ["spark.executor.memoryOverhead"]
}

test_allows_a_nearer_layer if {
	count(rule.deny) == 0 with input as written({"layer": "spark-defaults"}, {"layer": "conf"})
}

test_allows_the_same_value if {
	count(rule.deny) == 0 with input as written({}, {"raw": "4g"})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"assignments": [
		{
			"id": "assignment#0", "key": "spark.yarn.executor.memoryOverhead", "name": "spark.executor.memoryOverhead",
			"layer": "conf", "spelling": "", "effective": false, "dropped": "",
		},
		written({}, {}).assignments[1],
	]}
}
