package policies.dynamic_allocation.initial_above_max_test

import data.policies.dynamic_allocation.initial_above_max as rule

job(settings) := {
	"job": {"cluster_manager": "yarn"},
	"conf": object.union({"spark.dynamicAllocation.enabled": true, "spark.dynamicAllocation.maxExecutors": 50}, settings),
	"written": object.union({"spark.dynamicAllocation.maxExecutors": "conf"}, {key: "conf" | some key, _ in settings}),
}

test_denies_instances_above_the_maximum if {
	rule.deny == {{
		"at": "spark.executor.instances",
		"msg": "100 executors to start with and at most 50 by spark.dynamicAllocation.maxExecutors: Spark does not start",
		"notes": ["spark.dynamicAllocation.maxExecutors"],
		"unset": ["spark.executor.instances"],
		"unsafe": true,
	}} with input as job({"spark.executor.instances": 100, "spark.dynamicAllocation.initialExecutors": 60})
}

test_denies_initial_executors_above_the_maximum if {
	some answer in rule.deny with input as job({"spark.dynamicAllocation.initialExecutors": 60})
	answer.at == "spark.dynamicAllocation.initialExecutors"
}

test_allows_the_maximum if {
	count(rule.deny) == 0 with input as job({"spark.executor.instances": 50})
}

test_allows_any_without_dynamic_allocation if {
	count(rule.deny) == 0 with input as job({"spark.executor.instances": 100, "spark.dynamicAllocation.enabled": false})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"job": {"cluster_manager": "yarn"},
		"conf": {"spark.dynamicAllocation.enabled": true, "spark.dynamicAllocation.maxExecutors": 50},
		"written": {"spark.dynamicAllocation.maxExecutors": "conf", "spark.executor.instances": "flag"},
		"unknown": {"spark.executor.instances": "shell variable N has no value here"},
	}
}
