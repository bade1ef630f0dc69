package policies.cores.task_cpus_exceed_executor_test

import data.policies.cores.task_cpus_exceed_executor as rule

test_denies_more_than_the_written_cores if {
	rule.deny == {{
		"at": "spark.task.cpus",
		"msg": "a task takes 4 cores and an executor has 2: Spark does not start",
		"because": ["executor.cores"],
		"notes": ["spark.executor.cores"],
	}} with input as {
		"conf": {"spark.task.cpus": 4, "spark.executor.cores": 2},
		"written": {"spark.task.cpus": "conf", "spark.executor.cores": "flag"},
		"facts": {"executor": {"cores": 8}},
	}
}

test_denies_more_than_the_default if {
	some answer in rule.deny with input as {
		"conf": {"spark.task.cpus": 2, "spark.executor.cores": 1},
		"written": {"spark.task.cpus": "conf"}, "unset": {"spark.executor.cores": true},
		"facts": {"executor": {"cores": 1}},
	}
	answer.msg == "a task takes 2 cores and an executor has 1: Spark does not start"
}

test_allows_all_cores if {
	count(rule.deny) == 0 with input as {
		"conf": {"spark.task.cpus": 4, "spark.executor.cores": 4},
		"written": {"spark.task.cpus": "conf", "spark.executor.cores": "flag"},
		"facts": {"executor": {"cores": 4}},
	}
}

test_allows_threads_of_local_mode if {
	count(rule.deny) == 0 with input as {
		"conf": {"spark.task.cpus": 2, "spark.executor.cores": 1},
		"written": {"spark.task.cpus": "conf"}, "unset": {"spark.executor.cores": true},
		"facts": {"executor": {"cores": 4}},
	}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"conf": {"spark.task.cpus": 4}, "written": {"spark.task.cpus": "conf", "spark.executor.cores": "flag"},
		"unknown": {"spark.executor.cores": "shell variable CORES has no value here"}, "facts": {},
	}
}

test_silent_when_a_job_may_write_the_cores if {
	count(rule.deny) == 0 with input as {
		"conf": {"spark.task.cpus": 2, "spark.executor.cores": 1}, "written": {"spark.task.cpus": "spark-defaults"},
		"facts": {"executor": {"cores": 1}},
	}
}

test_denies_in_local_mode_whatever_executors_have if {
	some answer in rule.deny with input as {
		"job": {"cluster_manager": "local"},
		"written": {"spark.task.cpus": "conf", "spark.executor.cores": "conf"},
		"conf": {"spark.task.cpus": 2, "spark.executor.cores": 8},
		"facts": {"executor": {"cores": 1}},
	}
	answer.msg == "a task takes 2 cores and an executor has 1: Spark does not start"
}
