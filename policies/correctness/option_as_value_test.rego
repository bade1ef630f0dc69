package policies.correctness.option_as_value_test

import data.policies.correctness.option_as_value as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "option_as_value", "text": text, "suggestion": suggestion}]}

test_denies_two_options if {
	some answer in rule.deny with input as observed("--name --master", "")
	answer.at == "observation#0"
	answer.msg == "in --name --master the second option is the value of the first to spark-submit"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}
