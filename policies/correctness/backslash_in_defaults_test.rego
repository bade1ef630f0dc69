package policies.correctness.backslash_in_defaults_test

import data.policies.correctness.backslash_in_defaults as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "backslash_in_defaults", "text": text, "suggestion": suggestion}]}

test_denies_a_joined_line if {
	some answer in rule.deny with input as observed("\\", "")
	answer.at == "observation#0"
	answer.msg == "the backslash at the end of the line makes the next line, which looks like one of its own, a part of this value"
}

test_denies_a_lost_backslash if {
	some answer in rule.deny with input as observed("\\d", "\\\\d")
	answer.at == "observation#0"
	answer.msg == "\\d is an escape in a properties file: Spark reads no backslash there; write \\\\d"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}
