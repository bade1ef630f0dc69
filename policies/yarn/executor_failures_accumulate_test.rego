package policies.yarn.executor_failures_accumulate_test

import data.policies.yarn.executor_failures_accumulate as rule

job(failures) := {
	"job": {"spark_release": "3.5"},
	"unset": {"spark.executor.failuresValidityInterval": true},
	"assignments": [],
	"facts": {"yarn": {"max_executor_failures_count": failures}},
}

test_denies_a_lifetime_of_failures if {
	rule.deny == {{
		"at": "yarn.max_executor_failures_count",
		"msg": "the application ends when 8 executors have failed, and a job without end forgets none of them",
		"because": ["yarn.max_executor_failures_count"],
		"set": {"spark.executor.failuresValidityInterval": "1h"},
		"unsafe": true,
	}} with input as job(8)
}

test_the_old_name if {
	some answer in rule.deny with input as object.union(job(8), {"job": {"spark_release": "3.4"}})
	answer.set == {"spark.yarn.executor.failuresValidityInterval": "1h"}
}

test_allows_an_interval if {
	count(rule.deny) == 0 with input as json.remove(job(8), ["unset/spark.executor.failuresValidityInterval"])
}

test_allows_an_interval_by_its_old_name if {
	count(rule.deny) == 0 with input as object.union(job(8), {"assignments": [{"name": "spark.yarn.executor.failuresValidityInterval"}]})
}

test_allows_plenty if count(rule.deny) == 0 with input as job(2147483647)

test_silent_when_unknown if count(rule.deny) == 0 with input as object.remove(job(8), ["facts"])
