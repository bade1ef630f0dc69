package policies.correctness.deploy_mode_invalid_test

import data.policies.correctness.deploy_mode_invalid as rule

test_denies_another_mode if {
	some answer in rule.deny with input as {"conf": {"spark.submit.deployMode": "Cluster"}}
	answer.at == "spark.submit.deployMode"
	answer.msg == "the deploy mode is client or cluster, and not Cluster: spark-submit stops"
	answer.set == {"spark.submit.deployMode": "cluster"}
}

test_leaves_what_is_not_certain if {
	some answer in rule.deny with input as {"conf": {"spark.submit.deployMode": "remote"}}
	not answer.set
}

test_allows_the_modes if {
	every mode in ["client", "cluster", "<mode>"] {
		count(rule.deny) == 0 with input as {"conf": {"spark.submit.deployMode": mode}}
	}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unknown": {"spark.submit.deployMode": "shell variable MODE has no value here"}}
}
