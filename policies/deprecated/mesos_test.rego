package policies.deprecated.mesos_test

import data.policies.deprecated.mesos as rule

test_denies_a_master_of_mesos if {
	some answer in rule.deny with input as {"job": {"master": "mesos://h:5050", "spark_release": "3.5"}}
	answer.at == "spark.master"
	answer.msg == "Mesos is deprecated since Spark 3.2, and Spark 4.0 no longer knows it"
}

test_denies_whatever_the_version if {
	count(rule.deny) == 1 with input as {"job": {"master": "mesos://h:5050"}}
}

test_allows_what_another_rule_owns if {
	count(rule.deny) == 0 with input as {"job": {"master": "mesos://h:5050", "spark_release": "4.0"}}
}

test_allows_other_masters if {
	count(rule.deny) == 0 with input as {"job": {"master": "yarn"}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}}
}
