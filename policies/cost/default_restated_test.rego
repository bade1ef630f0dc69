package policies.cost.default_restated_test

import data.policies.cost.default_restated as rule

written(job, restates) := {
	"job": job,
	"assignments": [{"id": "assignment#0", "key": "spark.shuffle.compress", "name": "spark.shuffle.compress", "raw": "true", "restates": restates}],
}

test_denies_a_default if {
	some answer in rule.deny with input as written({"spark_version": "3.5.1", "spark_release": "3.5"}, true)
	answer.msg == "spark.shuffle.compress=true is what Spark 3.5 does without it"
	answer.unset == ["spark.shuffle.compress"]
}

test_denies_a_default_of_all_releases if {
	some answer in rule.deny with input as written({}, true)
	answer.msg == "spark.shuffle.compress=true is what every Spark does without it"
}

test_allows_other_values if {
	count(rule.deny) == 0 with input as written({}, false)
}

test_allows_builds_of_vendors if {
	count(rule.deny) == 0 with input as written({"spark_version": "3.5.1-amzn-0", "spark_release": "3.5"}, true)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}, "assignments": [{"id": "assignment#0", "key": "spark.shuffle.compress"}]}
}
