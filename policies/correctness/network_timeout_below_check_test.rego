package policies.correctness.network_timeout_below_check_test

import data.policies.correctness.network_timeout_below_check as rule

written(timeout, check, layers) := {
	"conf": {"spark.network.timeout": timeout, "spark.network.timeoutInterval": check},
	"unset": {"spark.storage.blockManagerHeartbeatTimeoutMs": true}, "written": layers,
}

test_denies_a_short_timeout if {
	some answer in rule.deny with input as written(30000, 60000, {"spark.network.timeout": "conf"})
	answer.at == "spark.network.timeout"
	answer.msg == "executors count as lost after 30s, and the driver looks only every 60s: Spark does not start"
}

test_denies_a_rare_check if {
	some answer in rule.deny with input as written(120000, 200000, {"spark.network.timeoutInterval": "conf"})
	answer.at == "spark.network.timeoutInterval"
}

test_denies_the_timeout_of_the_block_manager if {
	some answer in rule.deny with input as {
		"conf": {"spark.storage.blockManagerHeartbeatTimeoutMs": 5000, "spark.network.timeout": 120000, "spark.network.timeoutInterval": 60000},
		"unset": {}, "written": {"spark.storage.blockManagerHeartbeatTimeoutMs": "conf"},
	}
	answer.at == "spark.storage.blockManagerHeartbeatTimeoutMs"
}

test_allows_a_timeout_as_long_as_the_check if {
	count(rule.deny) == 0 with input as written(60000, 60000, {"spark.network.timeout": "conf"})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.network.timeoutInterval": 60000}, "unset": {}, "written": {}, "unknown": {"spark.network.timeout": "x"}}
}
