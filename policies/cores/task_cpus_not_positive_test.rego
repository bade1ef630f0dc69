package policies.cores.task_cpus_not_positive_test

import data.policies.cores.task_cpus_not_positive as rule

test_denies_none if {
	rule.deny == {{
		"at": "spark.task.cpus",
		"msg": "a task takes 0 cores: Spark does not start with less than 1",
		"unset": ["spark.task.cpus"],
		"unsafe": true,
	}} with input as {"conf": {"spark.task.cpus": 0}}
}

test_allows_one if {
	count(rule.deny) == 0 with input as {"conf": {"spark.task.cpus": 1}}
}

test_allows_a_part_of_one if {
	count(rule.deny) == 0 with input as {"conf": {"spark.task.cpus": 0.5}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unknown": {"spark.task.cpus": "shell variable CPUS has no value here"}}
}
