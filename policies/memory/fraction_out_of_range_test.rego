package policies.memory.fraction_out_of_range_test

import data.policies.memory.fraction_out_of_range as rule

written(key, share) := {"written": {key: "conf"}, "conf": {key: share}}

test_denies_more_than_all if {
	rule.deny == {{
		"at": "spark.memory.fraction",
		"msg": "spark.memory.fraction=1.5 is not between 0 and 1: Spark does not start",
		"unset": ["spark.memory.fraction"],
		"unsafe": true,
	}} with input as written("spark.memory.fraction", 1.5)
}

test_denies_nothing_for_tasks if {
	some answer in rule.deny with input as written("spark.memory.fraction", 0)
	answer.msg == "spark.memory.fraction=0 leaves tasks no memory: Spark does not start"
}

test_denies_less_than_nothing if {
	count(rule.deny) == 1 with input as written("spark.memory.storageFraction", -0.1)
}

test_allows_the_ends if {
	count(rule.deny) == 0 with input as written("spark.memory.fraction", 1)
	count(rule.deny) == 0 with input as written("spark.memory.storageFraction", 0)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"written": {"spark.memory.fraction": "conf"}, "conf": {}, "unknown": {"spark.memory.fraction": "shell variable SHARE has no value here"}}
}
