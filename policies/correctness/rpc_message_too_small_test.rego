package policies.correctness.rpc_message_too_small_test

import data.policies.correctness.rpc_message_too_small as rule

sizes(most) := {
	"written": {"spark.rpc.message.maxSize": "conf"},
	"conf": {"spark.rpc.message.maxSize": most, "spark.shuffle.mapOutput.minSizeForBroadcast": 524288},
}

test_denies_none if {
	rule.deny == {{
		"at": "spark.rpc.message.maxSize",
		"msg": "messages of 0 MiB at most, and Spark sends 512 KiB in one: it does not start",
		"unset": ["spark.rpc.message.maxSize"],
		"unsafe": true,
	}} with input as sizes(0)
}

test_denies_less_than_none if {
	count(rule.deny) == 1 with input as sizes(-1)
}

test_allows_a_mebibyte if {
	count(rule.deny) == 0 with input as sizes(1)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"written": {}, "conf": {}, "unknown": {"spark.rpc.message.maxSize": "shell variable SIZE has no value here"}}
}
