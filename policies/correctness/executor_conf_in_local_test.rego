package policies.correctness.executor_conf_in_local_test

import data.policies.correctness.executor_conf_in_local as rule

written(master, layer) := {
	"job": {"complete": true, "master": master},
	"assignments": [
		{"id": "assignment#0", "name": "spark.driver.memory", "layer": layer},
		{"id": "assignment#1", "name": "spark.executor.instances", "layer": layer},
		{"id": "assignment#2", "name": "spark.executor.memory", "layer": layer},
	],
}

test_denies_executors if {
	some answer in rule.deny with input as written("local[*]", "flag")
	answer.at == "assignment#1"
	answer.msg == "spark.executor.instances, spark.executor.memory without effect: with a local master all runs in the driver's JVM, which spark.driver.memory sizes"
	answer.notes == ["spark.executor.memory"]
}

test_gives_the_heap_to_the_driver if {
	some answer in rule.deny with input as {
		"job": {"complete": true, "master": "local[4]"}, "unset": {"spark.driver.memory": true},
		"assignments": [{"id": "assignment#0", "name": "spark.executor.memory", "layer": "conf", "effective": true}],
	}
	answer.rename == {"spark.executor.memory": "spark.driver.memory"}
	answer.unset == []
	answer.unsafe
}

test_allows_a_small_cluster_in_one_machine if {
	count(rule.deny) == 0 with input as written("local-cluster[2,1,1024]", "flag")
}

test_allows_shared_defaults if {
	count(rule.deny) == 0 with input as written("local[*]", "spark-defaults")
}
