package policies.correctness.heartbeat_not_below_timeout_test

import data.policies.correctness.heartbeat_not_below_timeout as rule

written(interval, timeout, layers) := {"conf": {"spark.executor.heartbeatInterval": interval, "spark.network.timeout": timeout}, "written": layers}

test_denies_a_long_interval if {
	some answer in rule.deny with input as written(120000, 120000, {"spark.executor.heartbeatInterval": "conf"})
	answer.at == "spark.executor.heartbeatInterval"
	answer.msg == "executors report every 120s and count as lost after 120s: Spark does not start unless the timeout is longer"
}

test_denies_a_short_timeout if {
	some answer in rule.deny with input as written(10000, 5000, {"spark.network.timeout": "conf"})
	answer.at == "spark.network.timeout"
}

test_allows_a_longer_timeout if {
	count(rule.deny) == 0 with input as written(60000, 600000, {"spark.executor.heartbeatInterval": "conf"})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.executor.heartbeatInterval": 600000}, "written": {}, "unknown": {"spark.network.timeout": "x"}}
}
