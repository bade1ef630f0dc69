package policies.correctness.switch_with_value_test

import data.policies.correctness.switch_with_value as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "switch_with_value", "text": text, "suggestion": suggestion}]}

test_denies_a_switch_that_is_not_off if {
	some answer in rule.deny with input as observed("--supervise=false", "--supervise")
	answer.at == "observation#0"
	answer.msg == "spark-submit drops the value in --supervise=false and reads --supervise"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}

test_milder_when_the_value_is_true if {
	some answer in rule.deny with input as observed("--verbose=true", "--verbose")
	answer.severity == "info"
}
