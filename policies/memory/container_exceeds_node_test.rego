package policies.memory.container_exceeds_node_test

import data.policies.memory.container_exceeds_node as rule

job(manager, container, written) := {
	"job": {"cluster_manager": manager}, "written": written, "conf": {},
	"facts": {
		"executor": {"container_mib": container, "heap_mib": 32768, "offheap_mib": 0, "pyspark_mib": 0, "overhead_mib": 3276, "overhead_factor": 0.1},
		"node": {"largest_mib": 30720},
	},
}

test_denies_a_pod if {
	rule.deny == {{
		"at": "executor.container_mib",
		"msg": "the executor's container of 36044 MiB, 32768 MiB of it heap, fits on no machine: the largest has 30720 MiB for it; its pods stay Pending",
		"because": ["executor.container_mib", "node.largest_mib"],
		"set": {"spark.executor.memory": "27g"},
		"unsafe": true,
	}} with input as job("kubernetes", 36044, {"spark.executor.memory": "flag"})
}

test_denies_a_yarn_container if {
	some answer in rule.deny with input as job("yarn", 36044, {})
	endswith(answer.msg, "YARN never starts it")
	not answer.set
}

test_allows_what_just_fits if count(rule.deny) == 0 with input as job("yarn", 30720, {})

test_silent_without_machines if {
	count(rule.deny) == 0 with input as {"job": {"cluster_manager": "yarn"}, "written": {}, "conf": {}, "facts": {"executor": {"container_mib": 99999, "heap_mib": 1}, "node": {}}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {"cluster_manager": "yarn"}, "written": {}, "conf": {}, "facts": {"executor": {}, "node": {"largest_mib": 1}}}
}
