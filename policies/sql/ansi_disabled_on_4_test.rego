package policies.sql.ansi_disabled_on_4_test

import data.policies.sql.ansi_disabled_on_4 as rule

mode(value) := {"written": {"spark.sql.ansi.enabled": "conf"}, "conf": {"spark.sql.ansi.enabled": value}}

test_denies_false if {
	some answer in rule.deny with input as mode(false)
	answer.at == "spark.sql.ansi.enabled"
	answer.unsafe
}

test_allows_true if {
	count(rule.deny) == 0 with input as mode(true)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"written": {"spark.sql.ansi.enabled": "conf"}, "conf": {}}
}
