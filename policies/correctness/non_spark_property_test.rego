package policies.correctness.non_spark_property_test

import data.policies.correctness.non_spark_property as rule

written(key, layer) := {
	"job": {"complete": true}, "keys": {"Spark.executor.cores": {"nearest": "spark.executor.cores"}},
	"assignments": [{"id": "assignment#0", "key": key, "layer": layer}],
}

test_denies_a_hadoop_setting if {
	some answer in rule.deny with input as written("fs.s3a.connection.maximum", "spark-defaults")
	answer.at == "assignment#0"
	answer.msg == "spark-submit drops fs.s3a.connection.maximum: it keeps only keys that begin with spark."
	answer.severity == "error"
	answer.rename == {"fs.s3a.connection.maximum": "spark.hadoop.fs.s3a.connection.maximum"}
}

test_denies_on_a_command_line if {
	some answer in rule.deny with input as written("orders.region", "conf")
	answer.severity == "error"
	not answer.rename
}

test_milder_in_a_file if {
	some answer in rule.deny with input as written("orders.region", "properties-file")
	answer.severity == "warning"
}

test_allows_what_begins_with_spark if {
	every key in ["spark.orders.region", "Spark.executor.cores", "\ufeffspark.executor.cores"] {
		count(rule.deny) == 0 with input as written(key, "conf")
	}
}

test_allows_a_file_that_no_job_names if {
	count(rule.deny) == 0 with input as object.union(written("orders.region", "properties-file"), {"job": {"complete": false}})
}
