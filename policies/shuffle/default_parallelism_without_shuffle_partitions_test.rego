package policies.shuffle.default_parallelism_without_shuffle_partitions_test

import data.policies.shuffle.default_parallelism_without_shuffle_partitions as rule

job(parallelism, unset) := {
	"conf": {"spark.default.parallelism": parallelism, "spark.sql.shuffle.partitions": 200},
	"written": {"spark.default.parallelism": "conf"},
	"unset": unset,
}

neither := {"spark.sql.shuffle.partitions": true, "spark.sql.adaptive.coalescePartitions.initialPartitionNum": true}

test_denies_parallelism_alone if {
	rule.deny == {{
		"at": "spark.default.parallelism",
		"msg": "800 applies to RDDs; shuffles of DataFrames and SQL still have 200 partitions",
		"because": ["shuffle.partitions_count"],
		"set": {"spark.sql.shuffle.partitions": "800"},
		"unsafe": true,
	}} with input as job(800, neither)
}

test_allows_shuffle_partitions_beside_it if {
	count(rule.deny) == 0 with input as job(800, object.remove(neither, ["spark.sql.shuffle.partitions"]))
}

test_allows_the_same_number if {
	count(rule.deny) == 0 with input as job(200, neither)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"conf": {"spark.sql.shuffle.partitions": 200}, "written": {"spark.default.parallelism": "conf"}, "unset": neither,
		"unknown": {"spark.default.parallelism": "shell variable N has no value here"},
	}
}
