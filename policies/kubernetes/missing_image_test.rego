package policies.kubernetes.missing_image_test

import data.policies.kubernetes.missing_image as rule

nothing_set(mode) := {"job": {"deploy_mode": mode}, "unset": {
	"spark.kubernetes.container.image": true,
	"spark.kubernetes.driver.container.image": true,
	"spark.kubernetes.driver.podTemplateFile": true,
	"spark.kubernetes.executor.container.image": true,
	"spark.kubernetes.executor.podTemplateFile": true,
}}

test_denies_a_driver_without_image if {
	some answer in rule.deny with input as nothing_set("cluster")
	answer.msg == "no container image for the driver: Spark refuses the job with \"Must specify the driver container image\""
}

test_denies_executors_without_image if {
	some answer in rule.deny with input as nothing_set("client")
	answer.msg == "no container image for the executors: Spark refuses the job with \"Must specify the executor container image\""
}

test_allows_the_common_image if {
	count(rule.deny) == 0 with input as {"job": {"deploy_mode": "cluster"}, "unset": {"spark.kubernetes.driver.container.image": true}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}, "unset": {"spark.kubernetes.container.image": true}}
}
