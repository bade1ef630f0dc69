package policies.shuffle.aqe_subkeys_without_aqe_test

import data.policies.shuffle.aqe_subkeys_without_aqe as rule

job(enabled, name, raw, layer) := {
	"conf": {"spark.sql.adaptive.enabled": enabled},
	"written": {"spark.sql.adaptive.enabled": "conf"},
	"assignments": [
		{"id": "assignment#0", "name": "spark.sql.adaptive.enabled", "raw": "false", "layer": "conf", "effective": true},
		{"id": "assignment#1", "name": name, "raw": raw, "layer": layer, "effective": true},
	],
}

test_denies_a_part_of_what_is_off if {
	rule.deny == {{
		"at": "spark.sql.adaptive.skewJoin.enabled",
		"msg": "spark.sql.adaptive.skewJoin.enabled has no effect: spark.sql.adaptive.enabled is false",
		"notes": ["spark.sql.adaptive.enabled"],
		"set": {"spark.sql.adaptive.enabled": "true"},
		"unsafe": true,
	}} with input as job(false, "spark.sql.adaptive.skewJoin.enabled", "true", "conf")
}

test_denies_a_part_of_what_is_off_by_default if {
	some answer in rule.deny with input as {
		"conf": {"spark.sql.adaptive.enabled": false},
		"unset": {"spark.sql.adaptive.enabled": true},
		"assignments": [{"id": "assignment#0", "name": "spark.sql.adaptive.skewJoin.enabled", "raw": "true", "layer": "conf", "effective": true}],
	}
	answer.at == "spark.sql.adaptive.skewJoin.enabled"
}

test_allows_a_part_of_what_is_on if {
	count(rule.deny) == 0 with input as job(true, "spark.sql.adaptive.skewJoin.enabled", "true", "conf")
}

test_allows_a_part_that_is_off_too if {
	count(rule.deny) == 0 with input as job(false, "spark.sql.adaptive.skewJoin.enabled", "false", "conf")
}

test_allows_what_the_defaults_describe if {
	count(rule.deny) == 0 with input as job(false, "spark.sql.adaptive.skewJoin.enabled", "true", "spark-defaults")
}
