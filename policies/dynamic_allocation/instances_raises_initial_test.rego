package policies.dynamic_allocation.instances_raises_initial_test

import data.policies.dynamic_allocation.instances_raises_initial as rule

job(instances, settings) := {
	"job": {"cluster_manager": "yarn"},
	"conf": {
		"spark.dynamicAllocation.enabled": true,
		"spark.dynamicAllocation.minExecutors": 2, "spark.dynamicAllocation.initialExecutors": settings,
		"spark.executor.instances": instances,
	},
	"written": {"spark.executor.instances": "flag", "spark.dynamicAllocation.initialExecutors": "conf"},
}

test_denies_more_than_initial_executors if {
	rule.deny == {{
		"at": "spark.executor.instances",
		"msg": "dynamic allocation starts with these 100 executors and not with 10",
		"because": ["executors.initial_count"],
		"unset": ["spark.executor.instances"],
		"unsafe": true,
	}} with input as job(100, 10)
}

test_denies_more_than_the_default if {
	some answer in rule.deny with input as {
		"job": {"cluster_manager": "yarn"},
		"conf": {
			"spark.dynamicAllocation.enabled": true,
			"spark.dynamicAllocation.minExecutors": 0, "spark.dynamicAllocation.initialExecutors": 0,
			"spark.executor.instances": 20,
		},
		"written": {"spark.executor.instances": "flag"},
		"unset": {"spark.dynamicAllocation.initialExecutors": true},
	}
	answer.msg == "dynamic allocation starts with these 20 executors and not with 0"
}

test_allows_fewer if {
	count(rule.deny) == 0 with input as job(5, 10)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"job": {"cluster_manager": "yarn"},
		"conf": {"spark.dynamicAllocation.enabled": true, "spark.executor.instances": 20},
		"written": {"spark.executor.instances": "flag", "spark.dynamicAllocation.initialExecutors": "conf"},
		"unknown": {"spark.dynamicAllocation.initialExecutors": "shell variable N has no value here"},
	}
}
