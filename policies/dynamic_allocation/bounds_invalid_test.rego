package policies.dynamic_allocation.bounds_invalid_test

import data.policies.dynamic_allocation.bounds_invalid as rule

bounds(minimum, maximum) := {
	"job": {"cluster_manager": "yarn"},
	"conf": {
		"spark.dynamicAllocation.enabled": true,
		"spark.dynamicAllocation.minExecutors": minimum, "spark.dynamicAllocation.maxExecutors": maximum,
	},
	"written": {"spark.dynamicAllocation.minExecutors": "conf", "spark.dynamicAllocation.maxExecutors": "conf"},
}

test_denies_a_minimum_above_the_maximum if {
	rule.deny == {{
		"at": "spark.dynamicAllocation.maxExecutors",
		"msg": "at least 50 and at most 20 executors: Spark does not start",
		"notes": ["spark.dynamicAllocation.minExecutors"],
	}} with input as bounds(50, 20)
}

test_denies_a_maximum_of_zero if {
	rule.deny == {{"at": "spark.dynamicAllocation.maxExecutors", "msg": "at most 0 executors: Spark does not start with less than 1"}} with input as bounds(0, 0)
}

test_denies_a_negative_minimum if {
	rule.deny == {{"at": "spark.dynamicAllocation.minExecutors", "msg": "at least -1 executors: Spark does not start with less than 0"}} with input as bounds(-1, 20)
}

test_allows_equal_bounds if {
	count(rule.deny) == 0 with input as bounds(20, 20)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"job": {}, "conf": {"spark.dynamicAllocation.enabled": true, "spark.dynamicAllocation.minExecutors": 50},
		"written": {"spark.dynamicAllocation.minExecutors": "conf", "spark.dynamicAllocation.maxExecutors": "conf"},
		"unknown": {"spark.dynamicAllocation.maxExecutors": "shell variable MAX has no value here"},
	}
}
