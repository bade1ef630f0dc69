package policies.kubernetes.driver_host_set_test

import data.policies.kubernetes.driver_host_set as rule

test_denies_a_bind_address if {
	some answer in rule.deny with input as {"conf": {"spark.driver.bindAddress": "10.0.0.1"}, "written": {"spark.driver.bindAddress": "conf"}}
	answer.at == "spark.driver.bindAddress"
	answer.msg == "spark.driver.bindAddress is 10.0.0.1; Spark refuses a bind address of one's own in cluster mode"
}

test_allows_the_default if {
	count(rule.deny) == 0 with input as {"conf": {"spark.driver.bindAddress": "10.0.0.1"}, "written": {}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "written": {"spark.driver.bindAddress": "conf"}}
}
