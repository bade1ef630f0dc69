package policies.streaming.receiver_starves_test

import data.policies.streaming.receiver_starves as rule

job(key) := {
	"job": {"complete": true, "workload": "dstreams", "cluster_manager": "local"},
	"written": {"spark.master": "flag"},
	"facts": {"cluster": {"slots_count": 1}},
	"assignments": [{"id": "assignment#0", "key": key, "name": key, "layer": "conf", "spelling": ""}],
}

test_denies_one_slot if {
	rule.deny == {{
		"at": "cluster.slots_count",
		"msg": "one task slot in all, and the receiver that spark.streaming.receiver.maxRate is for holds it: no batch is ever processed",
		"because": ["cluster.slots_count"],
		"set": {"spark.master": "local[2]"},
		"unsafe": true,
	}} with input as job("spark.streaming.receiver.maxRate")
}

test_advises_where_no_receiver_is_seen if {
	{answer.severity | some answer in rule.deny} == {"info"} with input as job("spark.streaming.backpressure.enabled")
}

test_allows_two_slots if {
	count(rule.deny) == 0 with input as object.union(job("spark.streaming.receiver.maxRate"), {"facts": {"cluster": {"slots_count": 2}}})
}

test_mends_no_cluster if {
	some answer in rule.deny with input as object.union(job("spark.streaming.receiver.maxRate"), {"job": {"cluster_manager": "yarn"}})
	not answer.set
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as object.remove(job("spark.streaming.receiver.maxRate"), ["facts"])
}
