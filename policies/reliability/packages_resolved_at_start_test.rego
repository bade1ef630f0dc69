package policies.reliability.packages_resolved_at_start_test

import data.policies.reliability.packages_resolved_at_start as rule

job(packages) := {
	"job": {"application": "app.jar"},
	"conf": {"spark.jars.packages": packages},
	"unset": {"spark.jars.ivySettings": true, "spark.jars.repositories": true},
}

test_denies_versions_that_move if {
	every version in ["1.+", "latest.release", "[1.0,2.0)", "1.0-SNAPSHOT"] {
		rule.deny == {{
			"at": "spark.jars.packages",
			"msg": $"com.acme:lib:{version} names no fixed version: another start of the job can get other code",
		}} with input as job([$"com.acme:lib:{version}", "com.acme:other:1.0"])
	}
}

test_advises_on_packages if {
	rule.deny == {{
		"at": "spark.jars.packages",
		"msg": "each start fetches the packages (2 named) and all they depend on from Maven Central: without it the job does not start",
		"severity": "info",
	}} with input as job(["com.acme:lib:1.0", "com.acme:other:1.0"])
}

test_allows_a_repository_of_ones_own if {
	count(rule.deny) == 0 with input as object.union(job(["com.acme:lib:1.0"]), {"unset": {"spark.jars.repositories": false}})
}

test_allows_none if {
	count(rule.deny) == 0 with input as job([])
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {"application": "app.jar"}, "conf": {}, "unset": {"spark.jars.ivySettings": true, "spark.jars.repositories": true}}
}
