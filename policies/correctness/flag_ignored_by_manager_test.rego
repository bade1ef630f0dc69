package policies.correctness.flag_ignored_by_manager_test

import data.policies.correctness.flag_ignored_by_manager as rule

written(manager, dropped) := {
	"job": {"cluster_manager": manager, "complete": true},
	"conf": {"spark.dynamicAllocation.enabled": false},
	"assignments": [{
		"id": "assignment#0", "key": "spark.executor.instances", "name": "spark.executor.instances", "raw": "10",
		"spelling": "--num-executors", "layer": "flag", "effective": dropped == "", "dropped": dropped,
	}],
}

reason := "spark-submit drops --num-executors when the cluster manager is standalone"

test_denies_an_option_that_is_dropped if {
	some answer in rule.deny with input as written("standalone", reason)
	answer.at == "assignment#0"
	answer.msg == "--num-executors 10 has no effect: spark-submit drops --num-executors when the cluster manager is standalone"
}

test_denies_a_number_of_executors_on_standalone if {
	some answer in rule.deny with input as written("standalone", "")
	answer.msg == "--num-executors 10 has no effect: a standalone cluster starts spark.cores.max / spark.executor.cores executors"
}

test_counts_the_cores_of_executors if {
	some answer in rule.deny with input as object.union(written("standalone", ""), {
		"conf": {"spark.dynamicAllocation.enabled": false, "spark.executor.cores": 4},
		"written": {"spark.executor.cores": "flag"}, "unset": {"spark.cores.max": true},
	})
	answer.set == {"spark.cores.max": "40"}
	answer.unsafe
}

test_allows_what_works if {
	count(rule.deny) == 0 with input as written("yarn", "")
	count(rule.deny) == 0 with input as written("yarn", "spark-submit takes --driver-cores in cluster mode only")
	count(rule.deny) == 0 with input as object.union(written("standalone", ""), {"conf": {"spark.dynamicAllocation.enabled": true}})
}

test_allows_local_masters_which_another_rule_owns if {
	count(rule.deny) == 0 with input as written("local", reason)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as object.union(object.remove(written("", ""), ["job"]), {"job": {"complete": true}})
}
