package policies.correctness.repeated_option_test

import data.policies.correctness.repeated_option as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": text, "suggestion": suggestion}]}

test_denies_a_list if {
	some answer in rule.deny with input as observed("--packages a:b:1", "--packages a:b:1,c:d:2")
	answer.at == "observation#0"
	answer.msg == "--packages a:b:1 is lost: the option comes again later, and spark-submit takes the last; did you mean --packages a:b:1,c:d:2?"
}

test_denies_a_single_value if {
	some answer in rule.deny with input as observed("--name a", "")
	answer.at == "observation#0"
	answer.msg == "--name a is lost: the option comes again later, and spark-submit takes the last"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "smart_quotes", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}

test_milder_for_a_single_value if {
	some answer in rule.deny with input as observed("--name a", "")
	answer.severity == "warning"
}
