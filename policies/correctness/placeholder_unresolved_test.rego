package policies.correctness.placeholder_unresolved_test

import data.policies.correctness.placeholder_unresolved as rule

written(key, raw) := {
	"job": {"name": "conf/spark-defaults.conf", "kind": "spark-defaults"},
	"assignments": [{"id": "assignment#0", "key": key, "name": key, "text": raw, "effective": true}],
	"keys": {key: {"status": "known"}},
	"unknown": {}, "invalid": {},
}

test_denies_a_placeholder if {
	some answer in rule.deny with input as written("spark.eventLog.dir", "hdfs://<namenode>:8020/logs")
	answer.at == "spark.eventLog.dir"
	answer.msg == "<namenode> is nothing that Spark fills in: it reads the text as it stands"
}

test_denies_a_shell_variable if {
	some answer in rule.deny with input as written("spark.eventLog.dir", "${LOG_DIR}/spark")
	answer.msg == "${LOG_DIR} is nothing that Spark fills in: it reads the text as it stands"
}

test_denies_a_number_that_is_none if {
	some answer in rule.deny with input as object.union(written("spark.executor.memory", "${HEAP}"), {
		"assignments": [{"id": "assignment#0", "key": "spark.executor.memory", "name": "spark.executor.memory", "effective": true}],
		"unknown": {"spark.executor.memory": "Spark leaves ${HEAP} as it stands"},
	})
	answer.msg == "${HEAP} is nothing that Spark fills in: it reads the text as it stands"
}

test_denies_a_token if {
	count(rule.deny) == 1 with input as written("spark.master", "SPARK_MASTER_URL")
	count(rule.deny) == 1 with input as object.union(
		written("spark.executor.memory", "SPARKEXECUTORMEMORYm"),
		{"invalid": {"spark.executor.memory": {"kind": "type", "message": "m", "raw": "SPARKEXECUTORMEMORYm"}}},
	)
	count(rule.deny) == 0 with input as written("spark.sql.storeAssignmentPolicy", "LEGACY_POLICY")
}

test_allows_what_is_filled_in if {
	every key, raw in {
		"spark.eventLog.dir": "${env:LOG_DIR}/spark", "spark.local.dir": "${spark.home}/tmp", "spark.app.name": "<orders>",
		"spark.executor.extraClassPath": "$PWD/lib/*", "spark.redaction.regex": "(?<name>token)",
	} {
		count(rule.deny) == 0 with input as written(key, raw)
	}
}

test_allows_templates if {
	count(rule.deny) == 0 with input as object.union(written("spark.eventLog.dir", "${LOG_DIR}"), {"job": {"name": "spark-defaults.conf.template"}})
}

test_allows_files_of_other_programs if {
	count(rule.deny) == 0 with input as object.union(written("spark.eventLog.dir", "${LOG_DIR}"), {"job": {"kind": "properties"}})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as object.union(written("spark.eventLog.dir", ""), {
		"assignments": [{"id": "assignment#0", "key": "spark.eventLog.dir", "name": "spark.eventLog.dir", "effective": true}],
		"unknown": {"spark.eventLog.dir": "environment variable DIR has no value here"},
	})
}
