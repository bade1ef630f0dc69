package policies.kubernetes.external_shuffle_service_test

import data.policies.kubernetes.external_shuffle_service as rule

with_service(on) := {"conf": {"spark.shuffle.service.enabled": on, "spark.shuffle.service.port": 7337}}

test_denies_the_service if {
	some answer in rule.deny with input as with_service(true)
	answer.at == "spark.shuffle.service.enabled"
	answer.msg == "executors look for an external shuffle service on port 7337 of their node, and Kubernetes has none: they exit at start"
}

test_allows_none if {
	count(rule.deny) == 0 with input as with_service(false)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.shuffle.service.port": 7337}}
}

test_mends_without_dynamic_allocation if {
	some answer in rule.deny with input as with_service(true)
	answer.unset == ["spark.shuffle.service.enabled"]
}

test_mends_with_dynamic_allocation if {
	some answer in rule.deny with input as object.union(with_service(true), {"job": {}, "conf": {"spark.dynamicAllocation.enabled": true}})
	answer.set == {"spark.shuffle.service.enabled": "false", "spark.dynamicAllocation.shuffleTracking.enabled": "true"}
}
