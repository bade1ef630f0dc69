package policies.correctness.unquoted_conf_with_spaces_test

import data.policies.correctness.unquoted_conf_with_spaces as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "unquoted_conf_with_spaces", "text": text, "suggestion": suggestion}]}

test_denies_jvm_options if {
	some answer in rule.deny with input as observed("spark.executor.extraJavaOptions=-Xss4m -Da=b", "\"spark.executor.extraJavaOptions=-Xss4m -Da=b\"")
	answer.at == "observation#0"
	answer.msg == "the value ends at its first blank, and spark-submit stops at the next word, an option it does not know; write \"spark.executor.extraJavaOptions=-Xss4m -Da=b\""
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}
