package policies.correctness.package_spark_version_mismatch_test

import data.policies.correctness.package_spark_version_mismatch as rule

job(version, application) := {
	"job": {"spark_release": "3.5", "spark_version": version},
	"conf": {"spark.jars.packages": ["com.acme:a_2.12:1", "org.apache.spark:spark-avro_2.12:3.2.4"]},
	"facts": {"spark": {"release": "3.5", "scala_versions": ["2.12", "2.13"]}, "application": application},
}

test_denies_a_module_of_another_release if {
	rule.deny == {{
		"at": "spark.jars.packages",
		"msg": "org.apache.spark:spark-avro_2.12:3.2.4: made for another release than Spark 3.5, whose internal classes it calls",
		"set": {"spark.jars.packages": "com.acme:a_2.12:1,org.apache.spark:spark-avro_2.12:3.5.1"},
		"unsafe": true,
	}} with input as job("3.5.1", {"packages": ["com.acme:a:2.12:1", "org.apache.spark:spark-avro:2.12:3.2.4"]})
}

test_denies_without_a_mending_when_only_the_line_is_known if {
	some answer in rule.deny with input as job("3.5", {"packages": ["org.apache.spark:spark-avro:2.12:3.2.4"]})
	not answer.set
}

test_denies_a_jar if {
	rule.deny == {{
		"at": "spark.jars",
		"msg": "spark-sql-kafka-0-10_2.12-3.1.2.jar: made for another release than Spark 3.5, whose internal classes it calls",
	}} with input as job("3.5.1", {"jars": [":spark-sql-kafka-0-10:2.12:3.1.2", ":acme:2.12:3.1.2"]})
}

test_allows_another_patch_release if {
	count(rule.deny) == 0 with input as job("3.5.1", {"packages": ["org.apache.spark:spark-avro:2.12:3.5.6", "com.acme:b:2.12:3.1"]})
}

test_allows_what_another_rule_owns if {
	count(rule.deny) == 0 with input as job("3.5.1", {"packages": ["org.apache.spark:spark-avro:2.11:2.4.8"]})
}

test_allows_a_version_that_is_none if {
	count(rule.deny) == 0 with input as job("3.5.1", {"packages": ["org.apache.spark:spark-avro:2.12:latest.release"]})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}, "facts": {"application": {"packages": ["org.apache.spark:spark-avro:2.12:3.2.4"]}}}
}
