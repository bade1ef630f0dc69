package policies.kubernetes.cpu_quantity_invalid_test

import data.policies.kubernetes.cpu_quantity_invalid as rule

test_denies_words if {
	rule.deny == {{
		"at": "spark.kubernetes.executor.request.cores",
		"msg": "two is no quantity of CPU: the pod is not made",
	}} with input as {"conf": {"spark.kubernetes.executor.request.cores": "two"}}
}

test_denies_another_unit if {
	count(rule.deny) == 1 with input as {"conf": {"spark.kubernetes.driver.limit.cores": "2cores"}}
	count(rule.deny) == 1 with input as {"conf": {"spark.kubernetes.driver.request.cores": "two"}}
	count(rule.deny) == 1 with input as {"conf": {"spark.kubernetes.executor.limit.cores": "0.5 "}}
}

test_denies_no_text if {
	some answer in rule.deny with input as {"conf": {"spark.kubernetes.executor.request.cores": ""}}
	answer.msg == `"" is no quantity of CPU: the pod is not made`
}

test_allows_thousandths_and_parts if {
	count(rule.deny) == 0 with input as {"conf": {"spark.kubernetes.executor.request.cores": "500m", "spark.kubernetes.driver.limit.cores": "0.5"}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unknown": {"spark.kubernetes.executor.request.cores": "shell variable CPU has no value here"}}
}
