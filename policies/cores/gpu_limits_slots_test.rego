package policies.cores.gpu_limits_slots_test

import data.policies.cores.gpu_limits_slots as rule

executor(gpus, share, slots) := {
	"conf": {"spark.task.cpus": 1},
	"written": {"spark.executor.cores": "flag"},
	"facts": {"executor": {"cores": 16, "slots": slots}},
	"assignments": [
		{"id": "assignment#0", "name": "spark.executor.resource.gpu.amount", "raw": gpus, "effective": true},
		{"id": "assignment#1", "name": "spark.task.resource.gpu.amount", "raw": share, "effective": true},
	],
}

test_denies_four_tasks_on_sixteen_cores if {
	rule.deny == {{
		"at": "assignment#1",
		"msg": "0.25 of gpu for each task is enough for 4 tasks on 16 cores: 12 of them stay idle",
		"because": ["executor.slots", "executor.cores"],
	}} with input as executor("1", "0.25", 4)
}

test_denies_a_whole_gpu_for_each_task if {
	some answer in rule.deny with input as executor("2", "1", 2)
	answer.msg == "1 of gpu for each task is enough for 2 tasks on 16 cores: 14 of them stay idle"
}

test_allows_a_share_for_each_core if {
	count(rule.deny) == 0 with input as executor("1", "0.0625", 16)
}

test_allows_tasks_of_many_threads if {
	count(rule.deny) == 0 with input as object.union(executor("1", "1", 1), {"conf": {"spark.task.cpus": 16}})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as object.union(executor("1", "1", 1), {"facts": {"executor": {"cores": 16, "slots": null}}})
}
