package policies.shuffle.partitions_below_slots_test

import data.policies.shuffle.partitions_below_slots as rule

job(partitions, slots) := {
	"conf": {"spark.dynamicAllocation.enabled": false},
	"facts": {"shuffle": {"partitions_count": partitions}, "cluster": {"slots_count": slots}},
}

test_denies_fewer_partitions if {
	rule.deny == {{
		"at": "shuffle.partitions_count",
		"msg": "200 shuffle partitions for 400 task slots: in every stage after a SQL shuffle 200 slots have nothing to do",
		"because": ["shuffle.partitions_count", "cluster.slots_count"],
		"set": {"spark.sql.shuffle.partitions": "800"},
		"unsafe": true,
	}} with input as job(200, 400)
}

test_allows_as_many if {
	count(rule.deny) == 0 with input as job(400, 400)
}

test_allows_dynamic_allocation if {
	count(rule.deny) == 0 with input as object.union(job(200, 400), {"conf": {"spark.dynamicAllocation.enabled": true}})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.dynamicAllocation.enabled": false}, "facts": {"shuffle": {"partitions_count": 200}}}
}

test_mends_no_number_of_adaptive_execution if {
	some answer in rule.deny with input as object.union(job(200, 400), {"written": {"spark.sql.adaptive.coalescePartitions.initialPartitionNum": "conf"}})
	not answer.set
}
