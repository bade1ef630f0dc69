package policies.cores.vcore_oversubscribed_test

import data.policies.cores.vcore_oversubscribed as rule

crowded := {
	"job": {"platform": "emr"}, "written": {}, "conf": {"spark.task.cpus": 1},
	"facts": {
		"executor": {"heap_mib": 4096, "cores": 3},
		"executors": {"maximum_count": 2147483647},
		"cluster": {"vcores_count": 320},
		"node": {
			"allocatable_vcores": 32, "executors_count": 45, "oversubscribed_ratio": 4.22,
			"best_executors_count": 6, "best_heap_mib": 33792, "best_executor_cores": 5, "best_stranded_mib": 1000, "best_stranded_vcores": 2,
		},
	},
}

test_denies if {
	some answer in rule.deny with input as crowded
	answer.msg == concat(" ", [
		"a machine with 32 cores takes 45 executors of 3 cores, which believe to have 4.2 cores for each that is there;",
		"6 of 33792 MiB and 5 cores would leave 1000 MiB and 2 cores",
	])
	answer.severity == "warning"
	answer.set == {"spark.executor.memory": "33g", "spark.executor.cores": "5"}
}

test_denies_where_the_profile_says_so if {
	some answer in rule.deny with input as object.union(crowded, {"job": {"platform": "yarn", "resource_calculator": "default"}})
	answer.severity == "warning"
}

test_milder_where_nobody_says_what_counts if {
	some answer in rule.deny with input as object.union(crowded, {"job": {"platform": "yarn"}})
	answer.severity == "info"
	startswith(answer.msg, "where the scheduler counts memory alone, a machine")
}

silent(change) if count(rule.deny) == 0 with input as object.union(crowded, {"facts": change})

test_allows_twice if silent({"node": {"oversubscribed_ratio": 2}})

test_allows_few_executors_on_many_machines if silent({"executors": {"maximum_count": 213}})

test_allows_a_job_that_fills_no_machine if silent({"executors": {"maximum_count": 44}, "cluster": {"vcores_count": 32}})

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {"platform": "emr"}, "facts": {"executor": {"cores": 3}, "executors": {"maximum_count": 9}, "node": {}}}
}
