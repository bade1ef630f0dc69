package policies.cost.node_packing_waste_test

import data.policies.cost.node_packing_waste as rule

# An m5.4xlarge of EMR with executors of 20g and 4 cores.
waste := {
	"job": {"tenancy": "dedicated", "cluster_manager": "yarn"}, "written": {}, "conf": {"spark.task.cpus": 1}, "assignments": [],
	"facts": {
		"executor": {"heap_mib": 20480, "cores": 4},
		"executors": {"maximum_count": 40},
		"cluster": {"executors_count": 40},
		"node": {
			"allocatable_mib": 57344, "allocatable_vcores": 16, "executors_count": 2,
			"stranded_mib": 8704, "stranded_memory_ratio": 0.152, "stranded_vcores": 8, "stranded_cores_ratio": 0.5,
			"best_executors_count": 4, "best_heap_mib": 11776, "best_executor_cores": 4, "best_stranded_mib": 1408, "best_stranded_vcores": 0,
		},
	},
}

test_denies_idle_cores if {
	some answer in rule.deny with input as waste
	answer.msg == concat(" ", [
		"a machine with 57344 MiB and 16 cores for executors has room for 2 of 20480 MiB heap and 4 cores,",
		"which leave 8704 MiB and 8 cores (15% and 50%) idle; 4 of 11776 MiB and 4 cores would leave 1408 MiB and 0 cores",
	])
	answer.severity == "warning"
	answer.set == {"spark.executor.memory": "11776m"}
}

milder(change) if {
	some answer in rule.deny with input as object.union(waste, change)
	answer.severity == "info"
}

test_milder_for_reliability if milder({"job": {"objective": "reliability"}})

test_milder_when_few_executors_are_on_many_machines if milder({"facts": {"executors": {"maximum_count": 37}}})

test_milder_when_nobody_says_whose_the_cluster_is if {
	some answer in rule.deny with input as object.union(object.remove(waste, ["job"]), {"job": {"cluster_manager": "yarn"}})
	answer.severity == "info"
}

silent(change) if count(rule.deny) == 0 with input as object.union(waste, change)

test_allows_a_fifth if silent({"facts": {"node": {"stranded_memory_ratio": 0.2, "stranded_cores_ratio": 0.2}}})

test_allows_what_nothing_betters if silent({"facts": {"node": {"best_stranded_mib": 8704, "best_stranded_vcores": 7}}})

test_allows_idle_room_on_a_shared_cluster if silent({"job": {"tenancy": "shared"}})

test_allows_nodes_of_kubernetes_that_may_be_shared if {
	count(rule.deny) == 0 with input as object.union(object.remove(waste, ["job"]), {"job": {"cluster_manager": "kubernetes"}})
}

test_denies_dedicated_nodes_of_kubernetes if {
	count(rule.deny) == 1 with input as object.union(waste, {"job": {"cluster_manager": "kubernetes"}})
}

test_allows_a_job_that_fills_no_machine if silent({"facts": {"executors": {"maximum_count": 1}}})

test_allows_gpus if silent({"assignments": [{"name": "spark.executor.resource.gpu.amount"}]})

test_allows_what_fits_nowhere if silent({"facts": {"node": {"executors_count": 0}}})

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {"tenancy": "dedicated"}, "facts": {"executor": {"heap_mib": 1, "cores": 4}, "node": {}}}
}
