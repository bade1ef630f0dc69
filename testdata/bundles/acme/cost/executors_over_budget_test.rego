package acme.cost.executors_over_budget_test

import data.acme.cost.executors_over_budget as rule

test_denies_too_many if {
	some answer in rule.deny with input as {"facts": {"executors": {"maximum_count": 60}}}
	answer.msg == "up to 60 executors; one job may hold 50"
}

test_allows_the_budget if {
	count(rule.deny) == 0 with input as {"facts": {"executors": {"maximum_count": 50}}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"facts": {}}
}
