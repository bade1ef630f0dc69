package policies.correctness.heartbeat_not_positive_test

import data.policies.correctness.heartbeat_not_positive as rule

test_denies_none if {
	rule.deny == {{
		"at": "spark.executor.heartbeatInterval",
		"msg": "an interval of 0ms between heartbeats: Spark does not start unless it is above 0",
		"unset": ["spark.executor.heartbeatInterval"],
		"unsafe": true,
	}} with input as {"conf": {"spark.executor.heartbeatInterval": 0}}
}

test_denies_less_than_none if {
	count(rule.deny) == 1 with input as {"conf": {"spark.executor.heartbeatInterval": -1000}}
}

test_allows_a_millisecond if {
	count(rule.deny) == 0 with input as {"conf": {"spark.executor.heartbeatInterval": 1}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unknown": {"spark.executor.heartbeatInterval": "shell variable BEAT has no value here"}}
}
