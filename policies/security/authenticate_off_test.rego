package policies.security.authenticate_off_test

import data.policies.security.authenticate_off as rule

test_denies_the_default if {
	some answer in rule.deny with input as {"conf": {"spark.authenticate": false}, "unset": {"spark.authenticate": true}}
	answer.msg == "spark.authenticate is false, its default: any host that reaches the driver or an executor can run code there"
}

test_denies_false if {
	some answer in rule.deny with input as {"conf": {"spark.authenticate": false}, "unset": {}}
	answer.msg == "spark.authenticate is false: any host that reaches the driver or an executor can run code there"
}

test_allows_authentication if {
	count(rule.deny) == 0 with input as {"conf": {"spark.authenticate": true}, "unset": {}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unset": {}}
}
