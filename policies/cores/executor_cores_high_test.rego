package policies.cores.executor_cores_high_test

import data.policies.cores.executor_cores_high as rule

with_cores(n) := {"conf": {"spark.executor.cores": n}, "facts": {"executor": {"slots": n}}}

test_denies_many_cores if {
	some answer in rule.deny with input as with_cores(16)
	answer.at == "spark.executor.cores"
	answer.msg == "16 task slots share one heap; more than 5 rarely pays"
}

test_allows_the_maximum if {
	count(rule.deny) == 0 with input as with_cores(5)
}

test_allows_many_cores_for_few_slots if {
	count(rule.deny) == 0 with input as {"conf": {"spark.executor.cores": 8}, "facts": {"executor": {"slots": 4}}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unknown": {"spark.executor.cores": "shell variable CORES has no value here"}, "facts": {}}
}
