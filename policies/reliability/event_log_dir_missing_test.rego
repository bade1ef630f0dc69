package policies.reliability.event_log_dir_missing_test

import data.policies.reliability.event_log_dir_missing as rule

logging(on) := {
	"conf": {"spark.eventLog.enabled": on, "spark.eventLog.dir": "/tmp/spark-events"},
	"unset": {"spark.eventLog.dir": true},
}

test_denies_the_default_directory if {
	rule.deny == {{
		"at": "spark.eventLog.enabled",
		"msg": "event logs go to /tmp/spark-events, Spark's default: unless the driver finds that directory, the application ends at start",
	}} with input as logging(true)
}

test_allows_no_event_log if {
	count(rule.deny) == 0 with input as logging(false)
}

test_allows_a_directory if {
	count(rule.deny) == 0 with input as object.union(logging(true), {"unset": {"spark.eventLog.dir": false}})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.eventLog.enabled": true}, "unset": {}}
}
