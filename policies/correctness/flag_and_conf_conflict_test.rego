package policies.correctness.flag_and_conf_conflict_test

import data.policies.correctness.flag_and_conf_conflict as rule

written(key, lost, used) := {"assignments": [
	object.union({"id": "assignment#0", "key": key, "name": key, "raw": "8g", "layer": "conf", "spelling": "", "effective": false, "dropped": ""}, lost),
	object.union({"id": "assignment#1", "key": key, "name": key, "raw": "4g", "layer": "flag", "spelling": "--executor-memory", "effective": true, "dropped": ""}, used),
]}

test_denies_a_conf_that_loses if {
	some answer in rule.deny with input as written("spark.executor.memory", {}, {})
	answer.at == "assignment#0"
	answer.msg == "spark.executor.memory=8g has no effect: --executor-memory 4g wins"
}

test_denies_a_flag_that_loses if {
	some answer in rule.deny with input as written("spark.driver.memory", {"layer": "flag", "spelling": "--driver-memory"}, {"layer": "conf", "spelling": ""})
	answer.msg == "--driver-memory 8g has no effect: spark.driver.memory=4g wins"
}

test_allows_the_same_value if {
	count(rule.deny) == 0 with input as written("spark.executor.memory", {"raw": "4g"}, {})
}

test_allows_defaults_and_dropped_flags if {
	count(rule.deny) == 0 with input as written("spark.executor.memory", {"layer": "spark-defaults"}, {})
	count(rule.deny) == 0 with input as written("spark.executor.memory", {"dropped": "spark-submit drops it"}, {})
	count(rule.deny) == 0 with input as written("spark.jars", {}, {})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"assignments": [
		{"id": "assignment#0", "key": "spark.executor.memory", "name": "spark.executor.memory", "layer": "conf", "spelling": "", "effective": false, "dropped": ""},
		written("spark.executor.memory", {}, {}).assignments[1],
	]}
}
