package policies.cores.cluster_underused_test

import data.policies.cores.cluster_underused as rule

# Ten machines of sixteen cores.
idle := {
	"job": {"tenancy": "dedicated", "cluster_manager": "yarn"},
	"written": {"spark.executor.instances": "flag"},
	"facts": {
		"dynamic_allocation": {"enabled": false}, "executor": {"cores": 4, "container_mib": 13376}, "executors": {"effective_count": 8},
		"cluster": {"executors_count": 40, "vcores_count": 160, "least_vcores_count": 160, "memory_mib": 655360},
	},
}

test_denies if {
	rule.deny == {{
		"at": "executors.effective_count",
		"msg": "8 executors of 4 cores use 32 of the cluster's 160 cores (20%), which nobody else uses",
		"because": ["executors.effective_count", "executor.cores", "cluster.least_vcores_count"],
		"set": {"spark.executor.instances": "39"},
		"unsafe": true,
	}} with input as idle
}

test_denies_a_bound_of_dynamic_allocation if {
	some answer in rule.deny with input as object.union(idle, {"facts": {"dynamic_allocation": {"enabled": true}}})
	answer.set == {"spark.dynamicAllocation.maxExecutors": "39"}
}

test_no_fix_that_would_not_do if {
	some answer in rule.deny with input as object.union(idle, {"facts": {"cluster": {"executors_count": 20}}})
	not answer.set
}

test_no_fix_for_a_standalone_cluster if {
	some answer in rule.deny with input as object.union(idle, {"job": {"cluster_manager": "standalone"}})
	not answer.set
}

silent(change) if count(rule.deny) == 0 with input as object.union(idle, change)

test_allows_a_shared_cluster if silent({"job": {"tenancy": "shared"}})

test_allows_a_cluster_that_shrinks if silent({"facts": {"cluster": {"least_vcores_count": 32}}})

test_allows_most_of_it if silent({"facts": {"executors": {"effective_count": 24}}})

test_allows_executors_with_most_of_the_memory if silent({"facts": {"executor": {"container_mib": 52000}}})

test_allows_a_full_cluster if silent({"facts": {"cluster": {"executors_count": 8}}})

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {"tenancy": "dedicated"}, "facts": {"executor": {"cores": 4}, "executors": {}, "cluster": {"least_vcores_count": 160}}}
}
