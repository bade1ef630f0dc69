package policies.shuffle.tail_wave_test

import data.policies.shuffle.tail_wave as rule

short := {
	"conf": {"spark.sql.adaptive.enabled": true, "spark.sql.adaptive.coalescePartitions.enabled": false},
	"facts": {
		"dynamic_allocation": {"enabled": false}, "cluster": {"slots_count": 784},
		"shuffle": {"partitions_count": 1800}, "stage": {"waves": 3, "tail_ratio": 0.296},
	},
}

test_denies if {
	rule.deny == {{
		"at": "shuffle.partitions_count",
		"msg": "1800 shuffle partitions on 784 slots take 3 rounds, and the last keeps 30% of them busy; 2352 partitions fill it",
		"because": ["stage.waves", "stage.tail_ratio", "cluster.slots_count"],
		"set": {"spark.sql.shuffle.partitions": "2352"},
		"unsafe": true,
	}} with input as short
}

test_denies_without_adaptive_execution if {
	count(rule.deny) == 1 with input as object.union(short, {"conf": {"spark.sql.adaptive.enabled": false}})
}

silent(change) if count(rule.deny) == 0 with input as object.union(short, change)

test_allows_merged_partitions if silent({"conf": {"spark.sql.adaptive.coalescePartitions.enabled": true}})

test_allows_dynamic_allocation if silent({"facts": {"dynamic_allocation": {"enabled": true}}})

test_allows_half_a_round if silent({"facts": {"stage": {"tail_ratio": 0.5}}})

test_allows_many_rounds if silent({"facts": {"stage": {"waves": 5}}})

test_allows_one_round if silent({"facts": {"stage": {"waves": 1}}})

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "facts": {"dynamic_allocation": {"enabled": false}, "stage": {"waves": 3, "tail_ratio": 0.1}}}
}
