package policies.kubernetes.cpu_request_below_slots_test

import data.policies.kubernetes.cpu_request_below_slots as rule

executor(request, slots) := {
	"conf": {"spark.task.cpus": 1},
	"written": {"spark.kubernetes.executor.request.cores": "conf", "spark.executor.cores": "flag"},
	"facts": {"kubernetes": {"executor_cpu_request": request}, "executor": {"slots": slots}},
}

test_denies_a_quarter if {
	rule.deny == {{
		"at": "spark.kubernetes.executor.request.cores",
		"msg": "the pod is sure of 1 CPUs and runs 4 tasks that take 4: on a full node each gets 25% of what it takes",
		"because": ["kubernetes.executor_cpu_request", "executor.slots"],
		"notes": ["spark.executor.cores"],
		"severity": "warning",
		"unset": ["spark.kubernetes.executor.request.cores"],
		"unsafe": true,
	}} with input as executor(1, 4)
}

test_advises_on_a_half if {
	some answer in rule.deny with input as executor(2, 4)
	answer.severity == "info"
}

test_denies_a_fraction_for_the_default_core if {
	some answer in rule.deny with input as object.union(executor(0.2, 1), {"written": {"spark.executor.cores": false}, "unset": {"spark.executor.cores": true}})
	answer.severity == "warning"
}

test_allows_what_the_tasks_take if {
	count(rule.deny) == 0 with input as executor(4, 4)
}

test_allows_room_for_what_else_runs_on_the_node if {
	count(rule.deny) == 0 with input as executor(3.6, 4)
}

test_allows_a_request_by_other_means if {
	count(rule.deny) == 0 with input as executor(0, 4)
}

test_silent_about_the_cores_of_a_fragment if {
	count(rule.deny) == 0 with input as object.union(executor(0.2, 1), {"written": {"spark.executor.cores": false}, "unset": {}})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "written": {"spark.kubernetes.executor.request.cores": "conf", "spark.executor.cores": "flag"}, "facts": {}}
}
