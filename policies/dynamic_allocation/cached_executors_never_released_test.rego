package policies.dynamic_allocation.cached_executors_never_released_test

import data.policies.dynamic_allocation.cached_executors_never_released as rule

job := {
	"job": {"cluster_manager": "yarn", "workload": "notebook"},
	"conf": {"spark.dynamicAllocation.enabled": true},
	"unset": {"spark.dynamicAllocation.cachedExecutorIdleTimeout": true},
}

test_denies_no_timeout if {
	rule.deny == {{
		"at": "spark.dynamicAllocation.enabled",
		"msg": "spark.dynamicAllocation.cachedExecutorIdleTimeout is not set: an executor that holds a cached block is kept until the notebook ends",
		"set": {"spark.dynamicAllocation.cachedExecutorIdleTimeout": "30m"},
		"unsafe": true,
	}} with input as job
}

test_allows_a_timeout if count(rule.deny) == 0 with input as object.union(object.remove(job, ["unset"]), {"unset": {}})

test_allows_a_fixed_number if {
	count(rule.deny) == 0 with input as object.union(job, {"conf": {"spark.dynamicAllocation.enabled": false}})
}

test_silent_when_unknown if count(rule.deny) == 0 with input as object.remove(job, ["conf"])
