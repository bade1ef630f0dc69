package policies.correctness.smart_quotes_test

import data.policies.correctness.smart_quotes as rule

observed(text, suggestion) := {"observations": [{"id": "observation#0", "kind": "smart_quotes", "text": text, "suggestion": suggestion}]}

test_denies_a_quoted_text if {
	some answer in rule.deny with input as observed("“daily load”", "\"daily load\"")
	answer.at == "observation#0"
	answer.msg == "“daily load” stands in typographic quotes, which the shell takes for letters: it splits the text at blanks and keeps the quotes"
}

test_allows_what_is_of_another_kind if {
	count(rule.deny) == 0 with input as {"observations": [{"id": "observation#0", "kind": "repeated_option", "text": "--name a", "suggestion": ""}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"observations": []}
}
