package policies.shuffle.partition_too_large_test

import data.policies.shuffle.partition_too_large as rule

# 5 TiB in 2000 partitions.
large := {
	"job": {}, "written": {},
	"facts": {
		"shuffle": {"partition_mib": 2621, "partitions_count": 2000, "size_bytes": 5497558138880},
		"executor": {"execution_per_task_mib": 3000},
	},
}

test_denies if {
	rule.deny == {{
		"at": "shuffle.partitions_count",
		"msg": concat(" ", [
			"each of 2000 shuffle partitions has about 2621 MiB, above 512 MiB: its task runs long and starts over whole when it fails;",
			"about 20477 partitions have 256 MiB each",
		]),
		"because": ["shuffle.partition_mib"],
		"severity": "warning",
		"set": {"spark.sql.shuffle.partitions": "20477"},
		"unsafe": true,
	}} with input as large
}

test_denies_above_a_task_s_memory if {
	some answer in rule.deny with input as object.union(large, {"facts": {"executor": {"execution_per_task_mib": 300}}})
	contains(answer.msg, "above the 300 MiB of memory that a task has")
	contains(answer.msg, "its task spills to disk, runs long and starts over")
	contains(answer.msg, "partitions have 150 MiB each")
}

test_denies_without_a_task_s_memory if {
	some answer in rule.deny with input as {"job": {}, "written": {}, "facts": {"shuffle": {"partition_mib": 2621, "partitions_count": 2000, "size_bytes": 1}}}
	contains(answer.msg, "above 512 MiB")
}

test_advises_by_what_is_read if {
	some answer in rule.deny with input as {"job": {}, "written": {}, "facts": {"shuffle": {"partition_mib": 2621, "partitions_count": 2000}}}
	answer.severity == "info"
	contains(answer.msg, "if the job shuffles what it reads")
}

test_no_fix_of_a_number_of_adaptive_execution if {
	some answer in rule.deny with input as object.union(large, {"written": {"spark.sql.adaptive.coalescePartitions.initialPartitionNum": "conf"}})
	not answer.set
}

silent(change) if count(rule.deny) == 0 with input as object.union(large, change)

test_allows_half_a_gib if silent({"facts": {"shuffle": {"partition_mib": 512}}})

test_allows_rdds if silent({"job": {"api": "rdd"}})

test_allows_streams if silent({"job": {"workload": "streaming"}})

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}, "written": {}, "facts": {"shuffle": {"partitions_count": 2000}}}
}
