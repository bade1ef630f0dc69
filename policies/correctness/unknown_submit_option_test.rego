package policies.correctness.unknown_submit_option_test

import data.policies.correctness.unknown_submit_option as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "unknown_submit_option", "text": text, "suggestion": suggestion}]}

test_denies_a_slip if {
	some answer in rule.deny with input as observed("--num-executor", "--num-executors")
	answer.at == "observation#0"
	answer.msg == "spark-submit has no option --num-executor and stops there; did you mean --num-executors?"
}

test_denies_what_resembles_none if {
	some answer in rule.deny with input as observed("--foo", "")
	answer.at == "observation#0"
	answer.msg == "spark-submit has no option --foo and stops there"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}

test_allows_what_may_be_of_the_application if {
	count(rule.deny) == 0 with input as object.union(observed("--color", ""), {"job": {"open": true}})
	count(rule.deny) == 1 with input as object.union(observed("--num-executor", "--num-executors"), {"job": {"open": true}})
}
