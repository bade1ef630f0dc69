package policies.correctness.not_positive_test

import data.policies.correctness.not_positive as rule

written(name, raw) := {"id": "assignment#0", "key": name, "name": name, "layer": "flag", "effective": true, "dropped": "", "spelling": "", "raw": raw}

given(name, raw) := {"job": {"spark_release": "3.5"}, "conf": {"spark.dynamicAllocation.enabled": false}, "assignments": [written(name, raw)]}

test_denies_zero if {
	some answer in rule.deny with input as given("spark.executor.instances", "0")
	answer.at == "assignment#0"
	answer.msg == "spark.executor.instances=0: spark-submit wants a positive whole number, and stops"
}

test_denies_what_is_too_large_or_no_number if {
	every raw in ["2147483648", "-1", "four", "", " 2"] {
		count(rule.deny) == 1 with input as given("spark.driver.cores", raw)
	}
	every raw in ["0", "-1g", "4 g", "1.5g", "", "9999999p"] {
		count(rule.deny) == 1 with input as given("spark.driver.memory", raw)
	}
}

test_denies_an_option_that_the_manager_has_no_use_for if {
	a := object.union(written("spark.executor.cores", "0"), {"effective": false, "dropped": "spark-submit drops --executor-cores when the cluster manager is local", "spelling": "--executor-cores"})
	some answer in rule.deny with input as {"job": {}, "conf": {}, "assignments": [a]}
	answer.msg == "--executor-cores 0: spark-submit wants a positive whole number, and stops"
}

test_denies_a_variable_that_the_manager_has_no_use_for if {
	a := object.union(written("spark.executor.cores", "0"), {"effective": false, "dropped": "spark-submit drops --executor-cores when the cluster manager is local", "layer": "environment"})
	count(rule.deny) == 1 with input as {"job": {}, "conf": {}, "assignments": [a]}
	count(rule.deny) == 0 with input as {"job": {}, "conf": {}, "assignments": [a, written("spark.executor.cores", "4")]}
}

test_denies_the_strongest_alone if {
	below := object.union(written("spark.executor.cores", "0"), {"id": "assignment#1", "layer": "conf", "effective": false})
	count(rule.deny) == 0 with input as {"job": {}, "conf": {}, "assignments": [below, written("spark.executor.cores", "4")]}
}

test_denies_a_unit_before_its_time if {
	count(rule.deny) == 1 with input as given("spark.driver.memory", "4gib")
	count(rule.deny) == 0 with input as object.union(given("spark.driver.memory", "4gib"), {"job": {"spark_release": "4.2"}})
}

test_allows_positive_numbers if {
	every raw in ["1", "+3", "007", "٣"] {
		count(rule.deny) == 0 with input as given("spark.cores.max", raw)
	}
	every raw in ["4g", "4GB", "512m", "4096 ", "1pb"] {
		count(rule.deny) == 0 with input as given("spark.executor.memory", raw)
	}
}

test_allows_what_is_not_read if {
	count(rule.deny) == 0 with input as object.union(given("spark.executor.instances", "0"), {"conf": {"spark.dynamicAllocation.enabled": true}})
	count(rule.deny) == 0 with input as object.union(given("spark.executor.instances", "0"), {"invalid": {"spark.dynamicAllocation.enabled": {}}})
	count(rule.deny) == 0 with input as object.union(given("spark.driver.cores", "0"), {"job": {"spark_release": "3.0"}})
	skipped := object.union(written("spark.executor.cores", "0"), {"effective": false, "dropped": "--properties-file replaces spark-defaults.conf"})
	count(rule.deny) == 0 with input as {"job": {}, "conf": {}, "assignments": [skipped]}
}

test_leaves_what_other_rules_say if {
	every raw in ["<cores>", "EXECUTOR_CORES"] {
		count(rule.deny) == 0 with input as given("spark.executor.cores", raw)
	}
	count(rule.deny) == 0 with input as object.union(given("spark.executor.cores", "x"), {"invalid": {"spark.executor.cores": {}}})
}

test_silent_when_unknown if {
	unknown := json.remove(written("spark.executor.instances", "0"), ["/raw"])
	count(rule.deny) == 0 with input as {"job": {}, "conf": {"spark.dynamicAllocation.enabled": false}, "assignments": [unknown]}
	count(rule.deny) == 0 with input as object.union(given("spark.executor.instances", "0"), {"conf": {}, "unknown": {"spark.dynamicAllocation.enabled": "a variable"}})
}
