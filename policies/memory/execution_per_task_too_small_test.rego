package policies.memory.execution_per_task_too_small_test

import data.policies.memory.execution_per_task_too_small as rule

executor(heap, slots, most) := {"executor": {
	"heap_mib": heap, "slots": slots,
	"execution_per_task_mib": most, "execution_per_task_min_mib": floor(most / 2),
}}

both := {"spark.executor.memory": "flag", "spark.executor.cores": "flag"}

test_denies_many_slots_in_a_small_heap if {
	rule.deny == {{
		"at": "spark.executor.memory",
		"msg": "4096 MiB of heap for 16 task slots: each task gets 142 MiB to work in, 71 MiB of them for sure, and spills the rest to disk",
		"because": ["executor.unified_mib", "executor.slots", "executor.execution_per_task_mib"],
	}} with input as {"written": both, "facts": executor(4096, 16, 142)}
}

test_allows_enough if {
	count(rule.deny) == 0 with input as {"written": both, "facts": executor(4096, 5, 455)}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"written": both, "unknown": {"spark.executor.cores": "shell variable CORES has no value here"}, "facts": {"executor": {"heap_mib": 4096}}}
}

test_silent_when_a_job_may_write_the_heap if {
	count(rule.deny) == 0 with input as {"written": {"spark.executor.cores": "spark-defaults"}, "facts": executor(1024, 4, 108)}
}
