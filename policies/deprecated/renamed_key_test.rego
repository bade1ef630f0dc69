package policies.deprecated.renamed_key_test

import data.policies.deprecated.renamed_key as rule

written(key, known) := {
	"job": {"spark_release": "4.0"},
	"assignments": [{"id": "assignment#0", "key": key, "name": key, "effective": true}],
	"keys": {key: known},
}

test_denies_an_old_name if {
	some answer in rule.deny with input as written("spark.yarn.executor.memoryOverhead", {"status": "old_name", "current": "spark.executor.memoryOverhead", "since": "2.3"})
	answer.at == "assignment#0"
	answer.msg == "spark.yarn.executor.memoryOverhead is an old name of spark.executor.memoryOverhead, renamed in Spark 2.3"
	answer.rename == {"spark.yarn.executor.memoryOverhead": "spark.executor.memoryOverhead"}
}

test_denies_without_a_version if {
	some answer in rule.deny with input as written("spark.storage.blockManagerSlaveTimeoutMs", {"status": "old_name", "current": "spark.storage.blockManagerHeartbeatTimeoutMs", "since": ""})
	answer.msg == "spark.storage.blockManagerSlaveTimeoutMs is an old name of spark.storage.blockManagerHeartbeatTimeoutMs"
}

test_leaves_values_that_mean_something_else if {
	some answer in rule.deny with input as written("spark.kryoserializer.buffer.mb", {"status": "old_name", "current": "spark.kryoserializer.buffer", "since": "1.4", "translated": true})
	not answer.rename
}

test_allows_current_names if {
	count(rule.deny) == 0 with input as written("spark.executor.memoryOverhead", {"status": "known"})
	count(rule.deny) == 0 with input as written("spark.sql.old", {"status": "old_name", "current": "spark.sql.new", "since": "", "deprecated": {"removed": true}})
}
