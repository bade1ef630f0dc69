package policies.sql.broadcast_disabled_test

import data.policies.sql.broadcast_disabled as rule

thresholds(planned, adaptive) := {
	"written": {"spark.sql.autoBroadcastJoinThreshold": "conf"},
	"conf": {"spark.sql.autoBroadcastJoinThreshold": planned, "spark.sql.adaptive.autoBroadcastJoinThreshold": adaptive},
}

test_denies_minus_one if {
	some answer in rule.deny with input as thresholds(-1, -1)
	answer.at == "spark.sql.autoBroadcastJoinThreshold"
	answer.unset == ["spark.sql.autoBroadcastJoinThreshold"]
	answer.unsafe
}

test_denies_where_adaptive_execution_follows if {
	every more in [{"unset": {"spark.sql.adaptive.autoBroadcastJoinThreshold": true}}, {"job": {"spark_release": "3.1"}}] {
		count(rule.deny) == 1 with input as object.union(more, {
			"written": {"spark.sql.autoBroadcastJoinThreshold": "conf"},
			"conf": {"spark.sql.autoBroadcastJoinThreshold": -1},
		})
	}
}

test_allows_broadcasts_at_run_time if {
	count(rule.deny) == 0 with input as thresholds(-1, 10485760)
}

test_allows_a_low_threshold if {
	count(rule.deny) == 0 with input as thresholds(1048576, 1048576)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"written": {"spark.sql.autoBroadcastJoinThreshold": "conf"},
		"conf": {"spark.sql.autoBroadcastJoinThreshold": -1},
		"unknown": {"spark.sql.adaptive.autoBroadcastJoinThreshold": "shell variable LIMIT has no value here"},
	}
}
