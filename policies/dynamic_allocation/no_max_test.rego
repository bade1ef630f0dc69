package policies.dynamic_allocation.no_max_test

import data.policies.dynamic_allocation.no_max as rule

job(settings) := {
	"job": {"cluster_manager": "yarn"},
	"conf": object.union({"spark.dynamicAllocation.enabled": true, "spark.dynamicAllocation.executorAllocationRatio": 1}, settings),
	"unset": {"spark.dynamicAllocation.maxExecutors": true},
	"facts": {"executor": {"slots": 4}},
}

test_denies_no_maximum if {
	rule.deny == {{
		"at": "spark.dynamicAllocation.enabled",
		"msg": "nothing bounds the executors: a stage of 10000 tasks asks for 2500",
		"because": ["executor.slots", "executors.maximum_count"],
	}} with input as job({})
}

test_counts_the_ratio if {
	some answer in rule.deny with input as job({"spark.dynamicAllocation.executorAllocationRatio": 0.5})
	answer.msg == "nothing bounds the executors: a stage of 10000 tasks asks for 1250"
}

test_allows_a_maximum if {
	count(rule.deny) == 0 with input as object.union(object.remove(job({}), ["unset"]), {"unset": {}})
}

test_allows_a_fixed_number if {
	count(rule.deny) == 0 with input as job({"spark.dynamicAllocation.enabled": false})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as object.remove(job({}), ["facts"])
}
