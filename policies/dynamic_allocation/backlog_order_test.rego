package policies.dynamic_allocation.backlog_order_test

import data.policies.dynamic_allocation.backlog_order as rule

timeouts(first, sustained) := {
	"conf": {
		"spark.dynamicAllocation.enabled": true,
		"spark.dynamicAllocation.schedulerBacklogTimeout": first,
		"spark.dynamicAllocation.sustainedSchedulerBacklogTimeout": sustained,
	},
	"written": {"spark.dynamicAllocation.sustainedSchedulerBacklogTimeout": "conf"},
	"unset": {"spark.dynamicAllocation.schedulerBacklogTimeout": true},
}

test_denies_a_minute_after_a_second if {
	rule.deny == {{
		"at": "spark.dynamicAllocation.sustainedSchedulerBacklogTimeout",
		"msg": "the first executors are asked for after 1 s, and each further round 60 s later: the sustained timeout slows growth down, not the first request",
		"notes": ["spark.dynamicAllocation.schedulerBacklogTimeout"],
	}} with input as timeouts(1000, 60000)
}

test_denies_beside_a_first_timeout_that_is_written if {
	written := {"spark.dynamicAllocation.sustainedSchedulerBacklogTimeout": "conf", "spark.dynamicAllocation.schedulerBacklogTimeout": "conf"}
	count(rule.deny) == 1 with input as object.union(object.remove(timeouts(2000, 60000), ["unset"]), {"written": written})
}

test_allows_timeouts_of_one_size if {
	count(rule.deny) == 0 with input as timeouts(1000, 5000)
}

test_allows_what_nobody_wrote if {
	count(rule.deny) == 0 with input as object.union(timeouts(1000, 60000), {"written": {"spark.dynamicAllocation.sustainedSchedulerBacklogTimeout": false}})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as object.remove(timeouts(1000, 60000), ["conf"])
}
