package policies.correctness.options_after_application_test

import data.policies.correctness.options_after_application as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "options_after_application", "text": text, "suggestion": suggestion}]}

test_denies_an_option_of_spark_alone if {
	some answer in rule.deny with input as observed("--executor-memory", "")
	answer.at == "observation#0"
	answer.msg == "--executor-memory stands after the application, which gets it in place of Spark"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}

test_milder_where_the_application_may_mean_it if {
	some conf in rule.deny with input as observed("--conf", "")
	conf.severity == "warning"
	some name in rule.deny with input as observed("--name", "")
	name.severity == "info"
}
