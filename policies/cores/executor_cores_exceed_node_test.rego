package policies.cores.executor_cores_exceed_node_test

import data.policies.cores.executor_cores_exceed_node as rule

yarn(cores, calculator, limits) := {
	"job": {"cluster_manager": "yarn", "resource_calculator": calculator},
	"facts": {"executor": {"cores": cores}, "node": {"largest_vcores": 8}, "yarn": limits},
}

test_denies_above_the_limit_of_yarn if {
	rule.deny == {{
		"at": "executor.cores",
		"msg": "16 cores for one executor are above yarn.scheduler.maximum-allocation-vcores 8: YARN refuses the request",
		"because": ["executor.cores", "yarn.maximum_allocation_vcores"],
	}} with input as yarn(16, "default", {"maximum_allocation_vcores": 8})
}

test_denies_above_a_machine_where_yarn_counts_cores if {
	some answer in rule.deny with input as yarn(16, "dominant", {})
	answer.because == ["executor.cores", "node.largest_vcores"]
}

test_says_it_once if {
	count(rule.deny) == 1 with input as yarn(16, "dominant", {"maximum_allocation_vcores": 8})
}

test_allows_it_where_yarn_counts_memory_only if count(rule.deny) == 0 with input as yarn(16, "default", {})

test_allows_just_the_limit if count(rule.deny) == 0 with input as yarn(8, "dominant", {"maximum_allocation_vcores": 8})

pod(request) := {
	"job": {"cluster_manager": "kubernetes"},
	"facts": {"executor": {"cores": 16}, "node": {"largest_vcores": 15.7}, "kubernetes": {"executor_cpu_request": request}, "yarn": {}},
}

test_denies_a_pod if {
	some answer in rule.deny with input as pod(16)
	answer.at == "kubernetes.executor_cpu_request"
	answer.msg == "each executor's pod requests 16 CPU, and no machine gives out more than 15.7: the pods stay Pending"
}

test_allows_a_pod_that_requests_less if count(rule.deny) == 0 with input as pod(15.5)

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {"cluster_manager": "kubernetes"}, "facts": {"executor": {"cores": 64}, "node": {}, "kubernetes": {}, "yarn": {}}}
}
