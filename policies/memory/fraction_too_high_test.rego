package policies.memory.fraction_too_high_test

import data.policies.memory.fraction_too_high as rule

test_denies_a_high_fraction if {
	rule.deny == {{
		"at": "spark.memory.fraction",
		"msg": "0.9 leaves 10% of the heap to the application's own objects and to file readers; Spark's default leaves 40%",
		"because": ["executor.unified_mib", "executor.user_mib"],
		"unset": ["spark.memory.fraction"],
		"unsafe": true,
	}} with input as {"conf": {"spark.memory.fraction": 0.9}}
}

test_allows_the_maximum if {
	count(rule.deny) == 0 with input as {"conf": {"spark.memory.fraction": 0.75}}
}

test_allows_what_spark_refuses_anyway if {
	count(rule.deny) == 0 with input as {"conf": {"spark.memory.fraction": 1.5}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unknown": {"spark.memory.fraction": "shell variable FRACTION has no value here"}}
}
