package policies.memory.executor_memory_defaulted_test

import data.policies.memory.executor_memory_defaulted as rule

default_executor := {"executor": {"heap_mib": 1024, "unified_mib": 434}}

test_denies_the_default if {
	rule.deny == {{
		"msg": "no executor memory is set: Spark gives each executor 1024 MiB of heap, 434 MiB of them for its tasks and caches",
		"because": ["executor.unified_mib", "executor.execution_per_task_mib"],
	}} with input as {"unset": {"spark.executor.memory": true}, "facts": default_executor}
}

test_allows_a_gibibyte_that_somebody_wrote if {
	count(rule.deny) == 0 with input as {"unset": {}, "written": {"spark.executor.memory": "flag"}, "facts": default_executor}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"unset": {}, "unknown": {"spark.executor.memory": "further options come from $OPTS"}, "facts": {}}
}
