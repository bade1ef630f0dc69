package policies.memory.driver_below_minimum_test

import data.policies.memory.driver_below_minimum as rule

test_denies_a_small_heap if {
	rule.deny == {{
		"at": "spark.driver.memory",
		"msg": "256 MiB of heap for the driver: Spark refuses to start with less than 450",
	}} with input as {"conf": {"spark.driver.memory": 268435456}}
}

test_allows_the_minimum if {
	count(rule.deny) == 0 with input as {"conf": {"spark.driver.memory": 471859200}}
	count(rule.deny) == 0 with input as {"conf": {"spark.driver.memory": 470810624}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unknown": {"spark.driver.memory": "shell variable HEAP has no value here"}}
}
