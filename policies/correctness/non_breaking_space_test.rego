package policies.correctness.non_breaking_space_test

import data.policies.correctness.non_breaking_space as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "non_breaking_space", "text": text, "suggestion": suggestion}]}

test_denies_one if {
	some answer in rule.deny with input as observed("yarn", " ")
	answer.at == "observation#0"
	answer.msg == "the space before yarn is a no-break space: the shell makes one word of what stands on its two sides"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}
