package policies.memory.offheap_not_in_container_test

import data.policies.memory.offheap_not_in_container as rule

executor(offheap) := {
	"written": {"spark.memory.offHeap.size": "conf", "spark.executor.memory": "flag"},
	"facts": {"executor": {"container_mib": 8192, "offheap_mib": offheap}},
}

test_denies_ten_gibibytes if {
	rule.deny == {{
		"at": "spark.memory.offHeap.size",
		"msg": "a worker counts 8192 MiB for each executor, and not its 10240 MiB off-heap: the machine has to have as much beside what its worker gives away",
		"because": ["executor.container_mib", "executor.offheap_mib"],
	}} with input as executor(10240)
}

test_allows_a_little if {
	count(rule.deny) == 0 with input as executor(256)
}

test_allows_a_size_that_is_not_enabled if {
	count(rule.deny) == 0 with input as executor(0)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as object.remove(executor(10240), ["facts"])
}
