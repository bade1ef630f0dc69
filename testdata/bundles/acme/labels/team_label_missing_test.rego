package acme.labels.team_label_missing_test

import data.acme.labels.team_label_missing as rule

test_denies_without_a_label if {
	some answer in rule.deny with input as {"unset": {"spark.kubernetes.driver.label.team": true}}
	answer.msg == "no team label: the run is billed to the platform team"
}

test_allows_a_label if {
	count(rule.deny) == 0 with input as {"unset": {}}
}
