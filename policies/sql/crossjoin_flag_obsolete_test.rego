package policies.sql.crossjoin_flag_obsolete_test

import data.policies.sql.crossjoin_flag_obsolete as rule

flag(value) := {"written": {"spark.sql.crossJoin.enabled": "conf"}, "conf": {"spark.sql.crossJoin.enabled": value}}

test_denies_true if {
	some answer in rule.deny with input as flag(true)
	answer.unset == ["spark.sql.crossJoin.enabled"]
}

test_allows_a_guard if {
	count(rule.deny) == 0 with input as flag(false)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"written": {"spark.sql.crossJoin.enabled": "conf"}, "conf": {}}
}
