package policies.storage.delta_safety_disabled_test

import data.policies.storage.delta_safety_disabled as rule

check(value) := {"conf": {"spark.databricks.delta.retentionDurationCheck.enabled": value}}

test_denies_false if {
	some answer in rule.deny with input as check("false")
	answer.at == "spark.databricks.delta.retentionDurationCheck.enabled"
	answer.unsafe
}

test_allows_true if {
	count(rule.deny) == 0 with input as check("true")
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unknown": {"spark.databricks.delta.retentionDurationCheck.enabled": "shell variable X has no value here"}}
}
