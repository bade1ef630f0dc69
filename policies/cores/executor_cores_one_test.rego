package policies.cores.executor_cores_one_test

import data.policies.cores.executor_cores_one as rule

job(executors) := {
	"conf": {"spark.executor.cores": 1, "spark.task.cpus": 1},
	"written": {"spark.executor.cores": "flag"},
	"facts": {"executors": {"effective_count": executors}, "executor": {"overhead_mib": 384}},
}

test_denies_many if {
	rule.deny == {{
		"at": "spark.executor.cores",
		"msg": "64 executors of one core hold 64 copies of each broadcast variable and 24576 MiB of overhead",
		"because": ["executors.effective_count", "executor.overhead_mib"],
	}} with input as job(64)
}

test_allows_a_few if {
	count(rule.deny) == 0 with input as job(8)
}

test_allows_spark_s_default if {
	count(rule.deny) == 0 with input as object.union(object.remove(job(64), ["written"]), {"written": {}})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.executor.cores": 1, "spark.task.cpus": 1}, "written": {"spark.executor.cores": "flag"}, "facts": {}}
}
