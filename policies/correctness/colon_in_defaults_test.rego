package policies.correctness.colon_in_defaults_test

import data.policies.correctness.colon_in_defaults as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "colon_in_defaults", "text": text, "suggestion": suggestion}]}

test_denies_a_colon if {
	some answer in rule.deny with input as observed(":", "\\:")
	answer.at == "observation#0"
	answer.msg == "the colon that begins the value is read as the separator and lost; write \\:"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}
