package policies.correctness.wrong_manager_key_test

import data.policies.correctness.wrong_manager_key as rule

written(manager, layer) := {
	"job": {"cluster_manager": manager, "complete": true},
	"assignments": [
		{"name": "spark.kubernetes.namespace", "layer": layer, "effective": true},
		{"name": "spark.kubernetes.container.image", "layer": layer, "effective": true},
		{"name": "spark.executor.memory", "layer": layer, "effective": true},
	],
}

test_denies_settings_of_another if {
	some answer in rule.deny with input as written("yarn", "conf")
	answer.at == "spark.kubernetes.container.image"
	answer.msg == "2 spark.kubernetes.* settings have no effect: the cluster manager is yarn"
	answer.notes == ["spark.kubernetes.namespace"]
	answer.severity == "warning"
}

test_milder_with_a_local_master if {
	some answer in rule.deny with input as written("local", "conf")
	answer.severity == "info"
}

test_allows_its_own if {
	count(rule.deny) == 0 with input as written("kubernetes", "conf")
}

test_allows_shared_defaults if {
	count(rule.deny) == 0 with input as written("yarn", "spark-defaults")
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {"complete": true}, "assignments": written("", "conf").assignments}
}
