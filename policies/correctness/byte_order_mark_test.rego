package policies.correctness.byte_order_mark_test

import data.policies.correctness.byte_order_mark as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "byte_order_mark", "text": text, "suggestion": suggestion}]}

test_denies_a_mark if {
	some answer in rule.deny with input as observed("\ufeffspark.master", "spark.master")
	answer.at == "observation#0"
	answer.msg == "an invisible byte order mark is part of the first key: Spark drops spark.master"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}
