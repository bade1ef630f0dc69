package policies.kubernetes.cpu_limit_throttles_test

import data.policies.kubernetes.cpu_limit_throttles as rule

executor(limit, cpus) := {
	"conf": {"spark.task.cpus": cpus},
	"written": {"spark.executor.cores": "flag"},
	"facts": {"kubernetes": {"executor_cpu_limit": limit, "executor_cpu_request": 1}, "executor": {"slots": 4}},
}

test_denies_half_a_core_for_each_task if {
	rule.deny == {{
		"at": "spark.kubernetes.executor.limit.cores",
		"msg": "4 tasks that take 4 CPUs may use 2: the kernel holds them to 50% of their speed, on idle nodes too",
		"because": ["kubernetes.executor_cpu_limit", "executor.slots"],
		"notes": ["spark.executor.cores"],
		"unset": ["spark.kubernetes.executor.limit.cores"],
		"unsafe": true,
	}} with input as executor(2, 1)
}

test_denies_tasks_of_two_cpus if {
	count(rule.deny) == 1 with input as executor(4, 2)
}

test_allows_a_core_for_each_task if {
	count(rule.deny) == 0 with input as executor(4, 1)
}

test_allows_nearly_a_core_for_each_task if {
	count(rule.deny) == 0 with input as executor(3.8, 1)
}

test_silent_about_a_pod_that_is_refused if {
	refused := {"facts": {"kubernetes": {"executor_cpu_request": 4}}}
	count(rule.deny) == 0 with input as object.union(executor(2, 1), refused)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.task.cpus": 1}, "written": {"spark.executor.cores": "flag"}, "facts": {"executor": {"slots": 4}}}
}
