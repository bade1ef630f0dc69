package policies.correctness.package_scala_mismatch_test

import data.policies.correctness.package_scala_mismatch as rule

spark := {
	"3.5": {"release": "3.5", "scala_versions": ["2.12", "2.13"]},
	"4.0": {"release": "4.0", "scala_versions": ["2.13"]},
}

job(release, application) := {
	"job": {"spark_release": release},
	"conf": {"spark.jars.packages": ["org.apache.spark:spark-avro_2.12:4.0.0", "com.acme:plain:1.0"]},
	"facts": {"spark": spark[release], "application": application},
}

test_denies_a_package_of_another_scala if {
	rule.deny == {{
		"at": "spark.jars.packages",
		"msg": "org.apache.spark:spark-avro_2.12:4.0.0: Spark 4.0 is published for Scala 2.13 only; what these packages call is not in its library",
		"set": {"spark.jars.packages": "org.apache.spark:spark-avro_2.13:4.0.0,com.acme:plain:1.0"},
		"unsafe": true,
	}} with input as job("4.0", {"packages": ["org.apache.spark:spark-avro:2.12:4.0.0", "com.acme:plain::1.0"]})
}

test_denies_without_a_mending_where_two_versions_are_possible if {
	rule.deny == {{
		"at": "spark.jars.packages",
		"msg": "org.apache.spark:spark-avro_2.11:2.4.8: Spark 3.5 is published for Scala 2.12 and 2.13 only; what these packages call is not in its library",
	}} with input as job("3.5", {"packages": ["org.apache.spark:spark-avro:2.11:2.4.8"]})
}

test_denies_a_jar if {
	some answer in rule.deny with input as job("4.0", {"jars": [":delta-core:2.12:2.4.0"]})
	answer.at == "spark.jars"
	contains(answer.msg, "delta-core_2.12-2.4.0.jar")
}

test_denies_an_application if {
	some answer in rule.deny with input as job("4.0", {"scala_version": "2.12"})
	answer.at == "application"
	answer.msg == "the application was built for Scala 2.12; Spark 4.0 is published for Scala 2.13 only"
}

test_denies_two_versions_in_one_job if {
	rule.deny == {{
		"at": "spark.jars.packages",
		"msg": "b_2.13-1.jar, com.acme:a_2.12:1: packages for Scala 2.12 and 2.13 do not work in one Spark, which has one Scala library",
	}} with input as {"job": {}, "facts": {"application": {"packages": ["com.acme:a:2.12:1"], "jars": [":b:2.13:1"]}}}
}

test_allows_spark_s_own_version if {
	count(rule.deny) == 0 with input as job("3.5", {"packages": ["com.acme:a:2.13:1", "com.acme:b::1"], "jars": [":c:2.13:1"], "scala_version": ""})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}, "facts": {"application": {"packages": ["com.acme:a:2.11:1"], "scala_version": "2.11"}}}
}
