package policies.correctness.missing_option_value_test

import data.policies.correctness.missing_option_value as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "missing_option_value", "text": text, "suggestion": suggestion}]}

test_denies_an_option_at_the_end if {
	some answer in rule.deny with input as observed("--class", "")
	answer.at == "observation#0"
	answer.msg == "--class needs a value, and the command ends here: spark-submit stops"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}
