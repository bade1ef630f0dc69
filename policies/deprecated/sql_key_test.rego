package policies.deprecated.sql_key_test

import data.policies.deprecated.sql_key as rule

written(key, known) := {
	"job": {"spark_release": "4.0"},
	"assignments": [{"id": "assignment#0", "key": key, "name": key, "effective": true}],
	"keys": {key: known},
}

row := {"since": "3.0", "message": "Use 'spark.sql.execution.arrow.pyspark.enabled' instead of it.", "removed": false}

test_denies_a_deprecated_key if {
	some answer in rule.deny with input as written("spark.sql.execution.arrow.enabled", {"status": "known", "deprecated": row})
	answer.at == "assignment#0"
	answer.msg == "spark.sql.execution.arrow.enabled is deprecated since Spark 3.0: Use 'spark.sql.execution.arrow.pyspark.enabled' instead of it"
}

test_allows_what_is_not_in_the_tables if {
	count(rule.deny) == 0 with input as written("spark.sql.execution.arrow.pyspark.enabled", {"status": "known"})
}

test_allows_what_other_rules_own if {
	count(rule.deny) == 0 with input as written("spark.sql.x", {"status": "old_name", "deprecated": row})
	count(rule.deny) == 0 with input as written("spark.sql.x", {"status": "unknown", "deprecated": row})
	count(rule.deny) == 0 with input as written("spark.sql.x", {"status": "known", "deprecated": object.union(row, {"removed": true})})
}

test_renames_where_the_values_are_the_same if {
	replaced := object.union(row, {"replacement": "spark.sql.execution.arrow.pyspark.enabled", "same_values": true})
	some answer in rule.deny with input as written("spark.sql.execution.arrow.enabled", {"status": "known", "deprecated": replaced})
	answer.rename == {"spark.sql.execution.arrow.enabled": "spark.sql.execution.arrow.pyspark.enabled"}
}

test_no_rename_to_another_kind_of_value if {
	replaced := object.union(row, {"replacement": "spark.sql.adaptive.coalescePartitions.minPartitionSize", "same_values": false})
	some answer in rule.deny with input as written("spark.sql.adaptive.coalescePartitions.minPartitionNum", {"status": "known", "deprecated": replaced})
	not answer.rename
}
