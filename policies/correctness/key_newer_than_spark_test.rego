package policies.correctness.key_newer_than_spark_test

import data.policies.correctness.key_newer_than_spark as rule

written(version, known) := {
	"job": {"spark_release": "3.5", "spark_version": version},
	"assignments": [{"id": "assignment#0", "key": "spark.new", "effective": true}],
	"keys": {"spark.new": known},
}

test_denies_a_newer_key if {
	some answer in rule.deny with input as written("3.5.1", {"status": "unknown", "releases": "4.0, 4.1"})
	answer.at == "assignment#0"
	answer.msg == "spark.new is known from Spark 4.0 on; Spark 3.5 ignores it"
	answer.severity == "warning"
}

test_offers_the_older_name if {
	some answer in rule.deny with input as written("3.5.1", {"status": "unknown", "releases": "4.0", "older": "spark.old"})
	answer.msg == "spark.new is known from Spark 4.0 on; Spark 3.5 ignores it, and calls it spark.old"
	answer.rename == {"spark.new": "spark.old"}
}

test_milder_for_a_build_of_a_vendor if {
	some answer in rule.deny with input as written("3.5.1-amzn-0", {"status": "unknown", "releases": "4.0"})
	answer.severity == "info"
}

test_allows_older_and_known_keys if {
	every known in [{"status": "unknown", "releases": "3.4, 4.0"}, {"status": "unknown"}, {"status": "known"}] {
		count(rule.deny) == 0 with input as written("3.5.1", known)
	}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as object.union(object.remove(written("3.5.1", {"status": "unknown", "releases": "4.0"}), ["job"]), {"job": {}})
}
