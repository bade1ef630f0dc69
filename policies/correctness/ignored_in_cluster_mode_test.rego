package policies.correctness.ignored_in_cluster_mode_test

import data.policies.correctness.ignored_in_cluster_mode as rule

written(name, layer) := {
	"job": {"complete": true},
	"assignments": [{"id": "assignment#0", "key": name, "name": name, "layer": layer, "effective": true}],
}

test_denies_the_memory_of_the_application_master if {
	some answer in rule.deny with input as written("spark.yarn.am.memory", "conf")
	answer.at == "assignment#0"
	answer.msg == "spark.yarn.am.memory has no effect in cluster mode: the application master is the driver, and spark.driver.memory sizes it"
}

test_allows_what_is_read_in_both_modes if {
	count(rule.deny) == 0 with input as written("spark.yarn.am.nodeLabelExpression", "conf")
}

test_allows_shared_defaults if {
	count(rule.deny) == 0 with input as written("spark.yarn.am.memory", "spark-defaults")
}
