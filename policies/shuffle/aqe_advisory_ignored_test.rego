package policies.shuffle.aqe_advisory_ignored_test

import data.policies.shuffle.aqe_advisory_ignored as rule

job(mebibytes) := {
	"conf": {
		"spark.sql.adaptive.enabled": true, "spark.sql.adaptive.coalescePartitions.enabled": true,
		"spark.sql.adaptive.coalescePartitions.parallelismFirst": true,
		"spark.sql.adaptive.advisoryPartitionSizeInBytes": mebibytes * 1048576,
	},
	"written": {"spark.sql.adaptive.advisoryPartitionSizeInBytes": "conf"},
	"unset": {
		"spark.sql.adaptive.coalescePartitions.parallelismFirst": true,
		"spark.sql.adaptive.coalescePartitions.minPartitionNum": true,
	},
}

test_denies_a_raised_size if {
	rule.deny == {{
		"at": "spark.sql.adaptive.advisoryPartitionSizeInBytes",
		"msg": "256 MiB are only the upper bound while coalescePartitions.parallelismFirst is true: shuffles below 256 MiB for each core are cut smaller",
		"because": ["cluster.slots_count"],
		"set": {"spark.sql.adaptive.coalescePartitions.parallelismFirst": "false"},
		"unsafe": true,
	}} with input as job(256)
}

test_allows_a_lowered_size if {
	count(rule.deny) == 0 with input as job(32)
}

test_allows_what_somebody_decided if {
	count(rule.deny) == 0 with input as object.union(object.remove(job(256), ["unset"]), {"unset": {"spark.sql.adaptive.coalescePartitions.minPartitionNum": true}})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as object.union(object.remove(job(256), ["conf"]), {"conf": {"spark.sql.adaptive.advisoryPartitionSizeInBytes": 268435456}})
}
