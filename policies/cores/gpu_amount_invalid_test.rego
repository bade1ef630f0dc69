package policies.cores.gpu_amount_invalid_test

import data.policies.cores.gpu_amount_invalid as rule

written(amounts) := {"assignments": [a |
	some role, raw in amounts
	a := {"id": role, "name": $"spark.{role}.resource.gpu.amount", "raw": raw, "effective": true}
]}

test_denies_half_a_gpu_for_an_executor if {
	rule.deny == {{
		"at": "executor",
		"msg": "0.5 of gpu for each executor: Spark takes whole numbers there and does not start",
	}} with input as written({"executor": "0.5"})
}

test_denies_most_of_a_gpu_for_a_task if {
	rule.deny == {{
		"at": "task",
		"msg": "a task takes 0.75 of gpu: Spark accepts up to 0.5, or whole numbers, and does not start",
	}} with input as written({"executor": "1", "task": "0.75"})
}

test_denies_no_number_for_a_task if {
	rule.deny == {{
		"at": "task",
		"msg": "a task takes one of gpu: Spark takes a number there, and does not start",
	}} with input as written({"executor": "1", "task": "one"})
}

test_allows_what_java_reads if {
	every amount in ["1", ".5", "5e-1", "0.5f"] {
		count(rule.deny) == 0 with input as written({"executor": "1", "task": amount})
	}
}

test_denies_more_than_the_executor_has if {
	rule.deny == {{
		"at": "task",
		"msg": "a task takes 2 of gpu and an executor has 1: Spark does not start",
		"notes": ["spark.executor.resource.gpu.amount"],
	}} with input as written({"executor": "1", "task": "2"})
}

test_denies_a_share_of_nothing if {
	rule.deny == {{
		"at": "task",
		"msg": "a task takes 0.25 of gpu and an executor has none: Spark does not start",
		"notes": ["spark.executor.resource.gpu.amount"],
	}} with input as written({"executor": "0", "task": "0.25"})
	count(rule.deny) == 0 with input as written({"executor": "0", "task": "0"})
	count(rule.deny) == 0 with input as written({"executor": "-1", "task": "-1"})
	some answer in rule.deny with input as written({"executor": "-1", "task": "2"})
	answer.msg == "a task takes 2 of gpu and an executor has none: Spark does not start"
	count(rule.deny) == 1 with input as written({"executor": "0", "task": "2"})
}

test_allows_sharing if {
	count(rule.deny) == 0 with input as written({"driver": "1", "executor": "1", "task": "0.25"})
}

test_allows_all_that_the_executor_has if {
	count(rule.deny) == 0 with input as written({"executor": "2", "task": "2"})
}

test_silent_about_a_value_that_lost if {
	count(rule.deny) == 0 with input as {"assignments": [{"id": "assignment#0", "name": "spark.executor.resource.gpu.amount", "raw": "0.5", "effective": false}]}
}
