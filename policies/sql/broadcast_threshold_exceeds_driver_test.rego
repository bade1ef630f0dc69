package policies.sql.broadcast_threshold_exceeds_driver_test

import data.policies.sql.broadcast_threshold_exceeds_driver as rule

sized(threshold, heap) := {
	"conf": {"spark.sql.autoBroadcastJoinThreshold": threshold * 1048576},
	"facts": {"driver": {"heap_mib": heap}},
}

test_denies_more_than_the_heap if {
	some answer in rule.deny with input as sized(2048, 4096)
	answer.at == "spark.sql.autoBroadcastJoinThreshold"
	answer.msg == "a table of 2048 MiB is broadcast, which takes about 6144 MiB on the driver; its heap is 4096 MiB"
}

test_allows_a_third if {
	count(rule.deny) == 0 with input as sized(1024, 3072)
}

test_allows_none if {
	count(rule.deny) == 0 with input as {"conf": {"spark.sql.autoBroadcastJoinThreshold": -1}, "facts": {"driver": {"heap_mib": 1024}}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "facts": {"driver": {"heap_mib": 1024}}}
}
