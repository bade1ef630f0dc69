package policies.standalone.executor_exceeds_worker_test

import data.policies.standalone.executor_exceeds_worker as rule

job(memory, cores, written) := {
	"written": written,
	"facts": {"executor": {"container_mib": memory, "cores": cores}, "node": {"largest_mib": 8192, "largest_vcores": 4, "allocatable_mib": 8192}},
}

test_denies_memory if {
	rule.deny == {{
		"at": "executor.container_mib",
		"msg": "an executor of 16384 MiB, and no worker has more than 8192 MiB: the Master never starts one, and the job waits for ever",
		"because": ["executor.container_mib", "node.largest_mib"],
		"set": {"spark.executor.memory": "8g"},
		"unsafe": true,
	}} with input as job(16384, 4, {"spark.executor.memory": "flag"})
}

test_denies_cores if {
	rule.deny == {{
		"at": "executor.cores",
		"msg": "an executor of 5 cores, and no worker has more than 4: the Master never starts one, and the job waits for ever",
		"because": ["executor.cores", "node.largest_vcores"],
		"set": {"spark.executor.cores": "4"},
		"unsafe": true,
	}} with input as job(8192, 5, {})
}

test_no_fix_of_a_heap_that_nobody_wrote if {
	some answer in rule.deny with input as job(16384, 4, {})
	not answer.set
}

test_no_fix_by_the_memory_of_a_machine if {
	some answer in rule.deny with input as {
		"written": {"spark.executor.memory": "flag"},
		"facts": {"executor": {"container_mib": 16384}, "node": {"largest_mib": 8192}},
	}
	not answer.set
}

test_allows_a_whole_worker if count(rule.deny) == 0 with input as job(8192, 4, {})

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"written": {}, "facts": {"executor": {}, "node": {"largest_mib": 1, "largest_vcores": 1}}}
}
