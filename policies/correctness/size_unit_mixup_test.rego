package policies.correctness.size_unit_mixup_test

import data.policies.correctness.size_unit_mixup as rule

written(key, raw, known) := {
	"assignments": [{"id": "assignment#0", "key": key, "name": key, "raw": raw, "effective": true}],
	"invalid": {}, "keys": {key: known},
}

test_denies_few_bytes if {
	some answer in rule.deny with input as written("spark.sql.autoBroadcastJoinThreshold", "100", {"type": "bytes", "unit": "B"})
	answer.at == "spark.sql.autoBroadcastJoinThreshold"
	answer.msg == "spark.sql.autoBroadcastJoinThreshold=100 is 100 bytes: without a unit the number counts bytes"
}

test_denies_many_mebibytes if {
	some answer in rule.deny with input as written("spark.executor.memoryOverhead", "1073741824", {"type": "bytes", "unit": "MiB"})
	answer.msg == "spark.executor.memoryOverhead=1073741824 is 1073741824 MiB: without a unit the number counts MiB, and 1073741824 bytes are 1024m"
}

test_allows_sizes_that_may_be_meant if {
	every raw in ["0", "1", "-1", "10485760", "100m"] {
		count(rule.deny) == 0 with input as written("spark.sql.autoBroadcastJoinThreshold", raw, {"type": "bytes", "unit": "B"})
	}
	count(rule.deny) == 0 with input as written("spark.executor.memoryOverhead", "2048", {"type": "bytes", "unit": "MiB"})
	count(rule.deny) == 0 with input as written("spark.io.compression.lz4.blockSize", "16384", {"type": "bytes", "unit": "B"})
	count(rule.deny) == 0 with input as written("spark.executor.memory", "4294967296", {"type": "bytes", "unit": "MiB"})
	count(rule.deny) == 0 with input as written("spark.sql.shuffle.partitions", "100", {"type": "int", "unit": ""})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"assignments": [{"id": "assignment#0", "key": "spark.driver.maxResultSize", "name": "spark.driver.maxResultSize", "effective": true}],
		"invalid": {}, "keys": {"spark.driver.maxResultSize": {"type": "bytes", "unit": "B"}},
	}
}
