package policies.correctness.option_newer_than_spark_test

import data.policies.correctness.option_newer_than_spark as rule

given(dropped) := {"assignments": [{"id": "assignment#0", "key": "spark.remote", "name": "spark.remote", "dropped": dropped, "raw": "sc://h"}]}

test_denies_a_newer_option if {
	some answer in rule.deny with input as given("spark-submit knows --remote from Spark 3.4 on, and an older one stops there")
	answer.at == "assignment#0"
	answer.msg == "spark-submit knows --remote from Spark 3.4 on, and an older one stops there"
}

test_allows_what_is_taken if {
	count(rule.deny) == 0 with input as given("")
}

test_allows_what_is_dropped_for_another_reason if {
	count(rule.deny) == 0 with input as given("spark-submit drops --queue when the cluster manager is local")
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"assignments": []}
}
