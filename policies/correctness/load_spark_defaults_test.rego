package policies.correctness.load_spark_defaults_test

import data.policies.correctness.load_spark_defaults as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "load_spark_defaults", "text": text, "suggestion": suggestion}]}

test_denies_the_switch if {
	some answer in rule.deny with input as observed("--load-spark-defaults", "")
	answer.at == "observation#0"
	answer.msg == "spark-submit knows --load-spark-defaults from Spark 4.0 on, and an older one stops there"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}
