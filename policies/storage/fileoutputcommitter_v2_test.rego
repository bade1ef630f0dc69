package policies.storage.fileoutputcommitter_v2_test

import data.policies.storage.fileoutputcommitter_v2 as rule

version(v) := {"conf": {"spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version": v}}

test_denies_version_2 if {
	some answer in rule.deny with input as version("2")
	answer.at == "spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version"
	answer.msg == "algorithm 2 publishes files as tasks end: a failed or retried task leaves partial or duplicate output"
}

test_allows_version_1 if {
	count(rule.deny) == 0 with input as version("1")
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}}
}
