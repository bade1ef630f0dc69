package policies.streaming.aqe_not_applied_test

import data.policies.streaming.aqe_not_applied as rule

assigned(key, raw) := {"id": "assignment#0", "key": key, "name": key, "raw": raw, "layer": "conf", "effective": true, "spelling": ""}

job(assignments) := {
	"job": {"complete": true, "workload": "streaming"},
	"conf": {"spark.sql.adaptive.enabled": true, "spark.sql.shuffle.partitions": 200},
	"unset": {"spark.sql.shuffle.partitions": true},
	"facts": {"cluster": {"slots_count": 8}},
	"assignments": assignments,
}

rocks := assigned("spark.sql.streaming.stateStore.providerClass", "RocksDBStateStoreProvider")

test_denies_the_default if {
	rule.deny == {{
		"msg": "spark.sql.shuffle.partitions is not set here, and queries that keep state run without adaptive execution: each micro-batch runs 200 tasks a shuffle on 8 slots, 25 rounds",
		"because": ["cluster.slots_count"],
		"severity": "info",
	}} with input as job([rocks])
}

test_advises_where_no_state_is_seen if {
	{answer.severity | some answer in rule.deny} == {"info"} with input as job([assigned("spark.sql.adaptive.enabled", "true")])
}

test_denies_what_is_written if {
	rule.deny == {{
		"at": "assignment#0",
		"msg": "spark.sql.adaptive.enabled=true is not heeded in queries that keep state: each micro-batch runs all 200 partitions as they are",
		"unset": ["spark.sql.adaptive.enabled"],
		"unsafe": true,
	}} with input as job([assigned("spark.sql.adaptive.enabled", "true"), rocks])
}

test_allows_a_number_of_ones_own if {
	count(rule.deny) == 0 with input as object.union(object.remove(job([rocks]), ["unset"]), {"unset": {}})
}

test_allows_many_slots if {
	count(rule.deny) == 0 with input as object.union(job([rocks]), {"facts": {"cluster": {"slots_count": 100}}})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as object.remove(job([rocks]), ["facts"])
}
