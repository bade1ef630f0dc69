package policies.deprecated.end_of_life_runtime_test

import data.policies.deprecated.end_of_life_runtime as rule

on(version) := {"job": {"spark_version": version, "spark_version_written": true}}

test_denies_lines_that_are_over if {
	some answer in rule.deny with input as on("3.3.1")
	answer.at == "spark_version"
	answer.msg == "Spark 3.3.1 is no longer maintained: 3.3.4, of December 2023, was the last release"
	count(rule.deny) == 1 with input as on("2.4")
	count(rule.deny) == 1 with input as on("3.1")
}

test_allows_maintained_lines if {
	count(rule.deny) == 0 with input as on("3.5.9")
	count(rule.deny) == 0 with input as on("4.0")
}

test_allows_builds_of_vendors if {
	count(rule.deny) == 0 with input as on("3.3.1-amzn-0")
}

test_allows_what_a_platform_maintains if {
	count(rule.deny) == 0 with input as {"job": {"spark_version": "3.3.0", "spark_version_written": true, "platform": "glue"}}
}

test_silent_when_a_flag_says_so if {
	count(rule.deny) == 0 with input as {"job": {"spark_version": "3.3.1"}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}}
}
