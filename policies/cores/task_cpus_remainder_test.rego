package policies.cores.task_cpus_remainder_test

import data.policies.cores.task_cpus_remainder as rule

job(cores, cpus) := {
	"conf": {"spark.executor.cores": cores, "spark.task.cpus": cpus},
	"written": {"spark.executor.cores": "flag", "spark.task.cpus": "conf"},
}

test_denies_a_remainder if {
	rule.deny == {{
		"at": "spark.executor.cores",
		"msg": "5 cores hold 2 tasks of 2 cores; in every executor 1 of 5 is never used",
		"notes": ["spark.task.cpus"],
		"set": {"spark.executor.cores": "4"},
		"unsafe": true,
	}} with input as job(5, 2)
}

test_allows_a_multiple if {
	count(rule.deny) == 0 with input as job(6, 2)
}

test_allows_what_spark_refuses_anyway if {
	count(rule.deny) == 0 with input as job(2, 4)
	count(rule.deny) == 0 with input as job(2, 0)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"conf": {"spark.task.cpus": 2}, "written": {"spark.executor.cores": "flag", "spark.task.cpus": "conf"},
		"unknown": {"spark.executor.cores": "shell variable CORES has no value here"},
	}
}
