package policies.correctness.unicode_dash_test

import data.policies.correctness.unicode_dash as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "unicode_dash", "text": text, "suggestion": suggestion}]}

test_denies_a_dash if {
	some answer in rule.deny with input as observed("–master", "--master")
	answer.at == "observation#0"
	answer.msg == "–master begins with a typographic dash: to spark-submit it is no option but the application file; write --master"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}
