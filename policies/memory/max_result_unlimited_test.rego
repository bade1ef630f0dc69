package policies.memory.max_result_unlimited_test

import data.policies.memory.max_result_unlimited as rule

test_denies_zero if {
	rule.deny == {{
		"at": "spark.driver.maxResultSize",
		"msg": "0 means no limit: a large collect() ends in an OutOfMemoryError of the driver instead of a refusal",
		"because": ["driver.heap_mib"],
	}} with input as {"conf": {"spark.driver.maxResultSize": 0}}
}

test_allows_a_limit if {
	count(rule.deny) == 0 with input as {"conf": {"spark.driver.maxResultSize": 1}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unknown": {"spark.driver.maxResultSize": "shell variable MAX has no value here"}}
}
