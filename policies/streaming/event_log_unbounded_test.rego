package policies.streaming.event_log_unbounded_test

import data.policies.streaming.event_log_unbounded as rule

job(enabled, rolling) := {
	"conf": {"spark.eventLog.enabled": enabled, "spark.eventLog.rolling.enabled": rolling},
	"written": {"spark.eventLog.enabled": "conf"},
}

test_denies_one_file if {
	rule.deny == {{
		"at": "spark.eventLog.enabled",
		"msg": "the job runs on and on, and its event log is one file that grows with every batch or query: the history server has to read it whole",
		"set": {"spark.eventLog.rolling.enabled": "true"},
		"unsafe": true,
	}} with input as job(true, false)
}

test_points_at_what_is_written if {
	some answer in rule.deny with input as object.union(job(true, false), {"written": {"spark.eventLog.rolling.enabled": "conf"}})
	answer.at == "spark.eventLog.rolling.enabled"
}

test_allows_rolling if count(rule.deny) == 0 with input as job(true, true)

test_allows_no_log if count(rule.deny) == 0 with input as job(false, false)

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.eventLog.enabled": true}, "written": {}}
}
