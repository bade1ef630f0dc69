package policies.reliability.task_max_failures_test

import data.policies.reliability.task_max_failures as rule

test_denies_one if {
	some answer in rule.deny with input as {"conf": {"spark.task.maxFailures": 1}}
	answer.at == "spark.task.maxFailures"
	answer.msg == "a task that fails 1 time(s) fails the job; losing one node can be enough, and Spark's default is 4"
}

test_advises_on_stages if {
	rule.deny == {{
		"at": "spark.stage.maxConsecutiveAttempts",
		"msg": "a stage whose shuffle files are lost 3 time(s) in a row fails the job, sooner than by Spark's default of 4",
		"severity": "info",
		"unset": ["spark.stage.maxConsecutiveAttempts"],
		"unsafe": true,
	}} with input as {"conf": {"spark.stage.maxConsecutiveAttempts": 3}}
}

test_allows_the_defaults if {
	count(rule.deny) == 0 with input as {"conf": {"spark.task.maxFailures": 4, "spark.stage.maxConsecutiveAttempts": 4}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}}
}
