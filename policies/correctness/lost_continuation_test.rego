package policies.correctness.lost_continuation_test

import data.policies.correctness.lost_continuation as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "lost_continuation", "text": text, "suggestion": suggestion}]}

test_denies_a_cut if {
	some answer in rule.deny with input as observed("--class", "")
	answer.at == "observation#0"
	answer.msg == "the command ends here, before --class: the line does not end in a backslash that the shell takes for a continuation"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}
