package policies.correctness.blank_in_conf_test

import data.policies.correctness.blank_in_conf as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "blank_in_conf", "text": text, "suggestion": suggestion}]}

test_denies_a_blank_in_the_key if {
	some answer in rule.deny with input as observed("spark.executor.cores = 4", "spark.executor.cores=4")
	answer.at == "observation#0"
	answer.msg == "the blank before the equals sign is part of the key, which Spark does not know and ignores; write spark.executor.cores=4"
}

test_denies_a_blank_in_the_value if {
	some answer in rule.deny with input as observed("spark.app.name= x", "spark.app.name=x")
	answer.at == "observation#0"
	answer.msg == "the blank after the equals sign is part of the value; write spark.app.name=x"
}

test_denies_a_blank_between_words if {
	some answer in rule.deny with input as observed("spark.executor.cores", "spark.executor.cores=4")
	answer.at == "observation#0"
	answer.msg == "the blank ends the word, so that --conf gets a part only and spark-submit stops; write spark.executor.cores=4"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}

test_milder_in_a_value if {
	some answer in rule.deny with input as observed("spark.app.name= x", "spark.app.name=x")
	answer.severity == "warning"
}
