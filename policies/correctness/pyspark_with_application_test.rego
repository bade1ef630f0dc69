package policies.correctness.pyspark_with_application_test

import data.policies.correctness.pyspark_with_application as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "pyspark_with_application", "text": text, "suggestion": suggestion}]}

test_denies_a_file if {
	some answer in rule.deny with input as observed("daily.py", "spark-submit")
	answer.at == "observation#0"
	answer.msg == "pyspark refuses daily.py: it is a shell, and spark-submit runs applications"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}
