package policies.cores.executor_count_defaulted_test

import data.policies.cores.executor_count_defaulted as rule

two := {"executors": {"effective_count": 2}, "cluster": {"slots_count": 8}}

test_denies_the_default if {
	rule.deny == {{
		"msg": "no number of executors is set: Spark starts 2, which run 8 tasks at a time",
		"because": ["executors.effective_count", "cluster.slots_count"],
	}} with input as {"conf": {"spark.dynamicAllocation.enabled": false}, "unset": {"spark.executor.instances": true}, "facts": two}
}

test_allows_two_that_somebody_wrote if {
	count(rule.deny) == 0 with input as {"conf": {"spark.dynamicAllocation.enabled": false}, "unset": {}, "facts": two}
}

test_allows_dynamic_allocation if {
	count(rule.deny) == 0 with input as {"conf": {"spark.dynamicAllocation.enabled": true}, "unset": {"spark.executor.instances": true}, "facts": two}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unset": {"spark.executor.instances": true}, "facts": two}
}
