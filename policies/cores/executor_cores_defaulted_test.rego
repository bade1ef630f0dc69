package policies.cores.executor_cores_defaulted_test

import data.policies.cores.executor_cores_defaulted as rule

job(heap) := {
	"unset": {"spark.executor.cores": true},
	"written": {"spark.executor.memory": "flag"},
	"facts": {"executor": {"heap_mib": heap, "slots": 1}},
}

test_denies_one_task_in_a_large_heap if {
	rule.deny == {{
		"at": "spark.executor.memory",
		"msg": "no executor cores are set: executors with 8192 MiB of heap run one task at a time",
		"because": ["executor.slots"],
		"set": {"spark.executor.cores": "4"},
		"unsafe": true,
	}} with input as job(8192)
}

test_allows_a_small_heap if {
	count(rule.deny) == 0 with input as job(2048)
}

test_allows_a_core_that_somebody_wrote if {
	count(rule.deny) == 0 with input as object.union(object.remove(job(8192), ["unset"]), {"unset": {}})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"unset": {"spark.executor.cores": true}, "written": {"spark.executor.memory": "flag"}, "facts": {"executor": {"slots": 1}}}
}
