package policies.correctness.conf_without_equals_test

import data.policies.correctness.conf_without_equals as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "conf_without_equals", "text": text, "suggestion": suggestion}]}

test_denies_two_words if {
	some answer in rule.deny with input as observed("spark.executor.cores", "spark.executor.cores=4")
	answer.at == "observation#0"
	answer.msg == "--conf needs key=value in one word, and finds spark.executor.cores: spark-submit stops; did you mean spark.executor.cores=4?"
}

test_denies_a_key_alone if {
	some answer in rule.deny with input as observed("spark.x", "")
	answer.at == "observation#0"
	answer.msg == "--conf needs key=value in one word, and finds spark.x: spark-submit stops"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}
