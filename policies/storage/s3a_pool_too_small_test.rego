package policies.storage.s3a_pool_too_small_test

import data.policies.storage.s3a_pool_too_small as rule

executor(maximum, slots) := {"conf": {"spark.hadoop.fs.s3a.connection.maximum": maximum}, "facts": {"executor": {"slots": slots}}}

test_denies_fewer_than_tasks_use if {
	some answer in rule.deny with input as executor("15", 16)
	answer.msg == "15 connections to S3 for 16 tasks at once; below 32 they wait for each other until they time out"
	answer.unset == ["spark.hadoop.fs.s3a.connection.maximum"]
}

test_allows_enough if {
	count(rule.deny) == 0 with input as executor("200", 16)
}

test_allows_what_is_no_number if {
	count(rule.deny) == 0 with input as executor("many", 16)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.hadoop.fs.s3a.connection.maximum": "15"}, "facts": {"executor": {}}}
}
