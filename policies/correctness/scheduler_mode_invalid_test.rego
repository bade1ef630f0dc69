package policies.correctness.scheduler_mode_invalid_test

import data.policies.correctness.scheduler_mode_invalid as rule

test_denies_another if {
	rule.deny == {{
		"at": "spark.scheduler.mode",
		"msg": "the scheduler's mode is FIFO or FAIR, and not CAPACITY: Spark does not start",
	}} with input as {"conf": {"spark.scheduler.mode": "CAPACITY"}}
}

test_denies_none if {
	count(rule.deny) == 1 with input as {"conf": {"spark.scheduler.mode": "NONE"}}
}

test_allows_any_case if {
	count(rule.deny) == 0 with input as {"conf": {"spark.scheduler.mode": "fair"}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unknown": {"spark.scheduler.mode": "shell variable MODE has no value here"}}
}
