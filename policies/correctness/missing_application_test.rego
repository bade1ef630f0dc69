package policies.correctness.missing_application_test

import data.policies.correctness.missing_application as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "missing_application", "text": text, "suggestion": suggestion}]}

test_denies_a_command_without if {
	some answer in rule.deny with input as observed("spark-submit", "")
	answer.at == "observation#0"
	answer.msg == "spark-submit names no application file to run, and stops"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}
