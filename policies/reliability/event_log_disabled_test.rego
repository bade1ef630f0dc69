package policies.reliability.event_log_disabled_test

import data.policies.reliability.event_log_disabled as rule

written(enabled) := {
	"job": {"cluster_manager": "yarn"},
	"conf": {"spark.eventLog.enabled": enabled},
	"written": {"spark.eventLog.enabled": "conf"},
	"unset": {},
}

unset(job) := {"job": job, "conf": {"spark.eventLog.enabled": false}, "written": {}, "unset": {"spark.eventLog.enabled": true}}

test_denies_false if {
	rule.deny == {{
		"at": "spark.eventLog.enabled",
		"msg": "spark.eventLog.enabled=false: the history server has nothing to show of a run that failed",
		"set": {"spark.eventLog.enabled": "true"},
		"unsafe": true,
	}} with input as written(false)
}

test_advises_in_production if {
	{answer.severity | some answer in rule.deny} == {"info"} with input as unset({"production": true, "platform": "k8s"})
}

test_allows_true if count(rule.deny) == 0 with input as written(true)

test_allows_the_default_elsewhere if count(rule.deny) == 0 with input as unset({})

test_allows_platforms_with_a_history if count(rule.deny) == 0 with input as unset({"production": true, "platform": "emr"})

test_silent_when_unknown if count(rule.deny) == 0 with input as object.remove(written(false), ["conf"])
