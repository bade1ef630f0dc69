package policies.cores.gpu_task_without_executor_test

import data.policies.cores.gpu_task_without_executor as rule

task(raw) := {"id": "assignment#0", "name": "spark.task.resource.gpu.amount", "raw": raw, "effective": true}

test_denies_a_task_alone if {
	rule.deny == {{
		"at": "assignment#0",
		"msg": "tasks take 0.25 of gpu and nothing gives executors any: Spark does not start without spark.executor.resource.gpu.amount",
	}} with input as {"assignments": [task("0.25")]}
}

test_denies_another_resource_for_executors if {
	count(rule.deny) == 1 with input as {"assignments": [task("1"), {"id": "assignment#1", "name": "spark.executor.resource.fpga.amount", "raw": "1", "effective": true}]}
}

test_allows_both if {
	count(rule.deny) == 0 with input as {"assignments": [task("1"), {"id": "assignment#1", "name": "spark.executor.resource.gpu.amount", "effective": true}]}
}

test_allows_none if {
	count(rule.deny) == 0 with input as {"assignments": [task("0")]}
}
