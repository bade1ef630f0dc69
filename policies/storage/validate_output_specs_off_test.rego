package policies.storage.validate_output_specs_off_test

import data.policies.storage.validate_output_specs_off as rule

check(value) := {"written": {"spark.hadoop.validateOutputSpecs": "conf"}, "conf": {"spark.hadoop.validateOutputSpecs": value}}

test_denies_false if {
	some answer in rule.deny with input as check(false)
	answer.at == "spark.hadoop.validateOutputSpecs"
	answer.unsafe
}

test_allows_true if {
	count(rule.deny) == 0 with input as check(true)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"written": {"spark.hadoop.validateOutputSpecs": "conf"}, "conf": {}}
}
