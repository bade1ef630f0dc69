package policies.sql.removed_config_test

import data.policies.sql.removed_config as rule

with_value(value) := {
	"assignments": [{"id": "assignment#0", "key": "spark.sql.old", "raw": value, "effective": true}],
	"keys": {"spark.sql.old": {"deprecated": {"removed": true, "since": "3.0.0", "default": "false"}}},
}

test_denies_another_value if {
	some answer in rule.deny with input as with_value("true")
	answer.at == "assignment#0"
	answer.msg == "spark.sql.old=true was removed in Spark 3.0.0; the session refuses any value but false"
}

test_allows_the_old_default if {
	count(rule.deny) == 0 with input as with_value("False")
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"assignments": [{"id": "assignment#0", "key": "spark.sql.old", "effective": true}],
		"keys": with_value("").keys,
	}
}
