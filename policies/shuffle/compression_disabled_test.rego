package policies.shuffle.compression_disabled_test

import data.policies.shuffle.compression_disabled as rule

test_denies_shuffle_data if {
	rule.deny == {{
		"at": "spark.shuffle.compress",
		"msg": "shuffle data is written and sent uncompressed; Spark's default compresses it",
		"unset": ["spark.shuffle.compress"],
		"unsafe": true,
	}} with input as {"conf": {"spark.shuffle.compress": false}}
}

test_denies_spills_and_broadcasts if {
	count(rule.deny) == 2 with input as {"conf": {"spark.shuffle.spill.compress": false, "spark.broadcast.compress": false}}
}

test_allows_compression if {
	count(rule.deny) == 0 with input as {"conf": {"spark.shuffle.compress": true, "spark.shuffle.spill.compress": true, "spark.broadcast.compress": true}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unknown": {"spark.shuffle.compress": "shell variable COMPRESS has no value here"}}
}
