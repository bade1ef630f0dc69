package policies.correctness.remote_with_master_test

import data.policies.correctness.remote_with_master as rule

test_denies_both if {
	some answer in rule.deny with input as {"written": {"spark.remote": "flag", "spark.master": "spark-defaults"}}
	answer.at == "spark.remote"
	answer.msg == "a remote and spark.master exclude each other: spark-submit stops"
	answer.notes == ["spark.master"]
}

test_denies_a_deploy_mode if {
	some answer in rule.deny with input as {"written": {"spark.remote": "flag", "spark.submit.deployMode": "flag"}}
	answer.msg == "a remote and spark.submit.deployMode exclude each other: spark-submit stops"
}

test_allows_a_remote_alone if {
	count(rule.deny) == 0 with input as {"written": {"spark.remote": "flag"}}
}

test_allows_a_master_alone if {
	count(rule.deny) == 0 with input as {"written": {"spark.master": "flag", "spark.submit.deployMode": "flag"}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"written": {"spark.master": "flag"}, "unknown": {"spark.remote": "a variable"}}
}
