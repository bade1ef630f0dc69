package policies.memory.container_exceeds_max_allocation_test

import data.policies.memory.container_exceeds_max_allocation as rule

job(container, written) := {
	"written": written, "conf": {},
	"facts": {
		"executor": {"container_mib": container, "heap_mib": 16384, "offheap_mib": 0, "pyspark_mib": 0, "overhead_mib": 1638, "overhead_factor": 0.1},
		"yarn": {"maximum_allocation_mib": 16384},
	},
}

test_denies_and_mends if {
	rule.deny == {{
		"at": "executor.container_mib",
		"msg": "the executor's container of 18022 MiB, 16384 MiB of it heap, is above yarn.scheduler.maximum-allocation-mb 16384: spark-submit refuses the job",
		"because": ["executor.container_mib", "yarn.maximum_allocation_mib"],
		"set": {"spark.executor.memory": "14g"},
		"unsafe": true,
	}} with input as job(18022, {"spark.executor.memory": "flag"})
}

test_mends_only_a_heap_that_is_written if {
	some answer in rule.deny with input as job(18022, {})
	not answer.set
}

test_allows_just_the_limit if count(rule.deny) == 0 with input as job(16384, {})

test_silent_without_a_profile if {
	count(rule.deny) == 0 with input as {"written": {}, "conf": {}, "facts": {"executor": {"container_mib": 99999, "heap_mib": 99999}, "yarn": {}}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"written": {}, "conf": {}, "facts": {"executor": {}, "yarn": {"maximum_allocation_mib": 1024}}}
}
