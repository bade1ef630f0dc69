package policies.kubernetes.executor_pods_kept_test

import data.policies.kubernetes.executor_pods_kept as rule

deleted(on) := {"conf": {"spark.kubernetes.executor.deleteOnTermination": on}}

test_denies_pods_that_stay if {
	rule.deny == {{
		"at": "spark.kubernetes.executor.deleteOnTermination",
		"msg": "the pod of every executor that ends is kept: they pile up, with their volumes, until the driver's pod is deleted",
		"unset": ["spark.kubernetes.executor.deleteOnTermination"],
	}} with input as deleted(false)
}

test_allows_the_default if {
	count(rule.deny) == 0 with input as deleted(true)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}}
}
