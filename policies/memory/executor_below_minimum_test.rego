package policies.memory.executor_below_minimum_test

import data.policies.memory.executor_below_minimum as rule

test_denies_a_small_heap if {
	rule.deny == {{
		"at": "spark.executor.memory",
		"msg": "400 MiB of heap for an executor: Spark refuses to start with less than 450",
	}} with input as {"conf": {"spark.executor.memory": 419430400}}
}

test_allows_the_minimum if {
	count(rule.deny) == 0 with input as {"conf": {"spark.executor.memory": 471859200}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unknown": {"spark.executor.memory": "shell variable HEAP has no value here"}}
}
