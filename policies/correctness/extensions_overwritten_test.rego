package policies.correctness.extensions_overwritten_test

import data.policies.correctness.extensions_overwritten as rule

written(below, used) := {"assignments": [
	object.union({"id": "assignment#0", "name": "spark.sql.extensions", "raw": "a.Delta, b.Other", "layer": "spark-defaults", "effective": false, "dropped": ""}, below),
	object.union({"id": "assignment#1", "name": "spark.sql.extensions", "raw": "c.Iceberg,b.Other", "layer": "conf", "effective": true, "dropped": ""}, used),
]}

test_denies_a_list_that_drops if {
	some answer in rule.deny with input as written({}, {})
	answer.at == "assignment#1"
	answer.msg == "this list drops a.Delta, which the spark-defaults layer beneath it sets: lists are not joined"
}

test_allows_a_list_that_holds_both if {
	count(rule.deny) == 0 with input as written({}, {"raw": "c.Iceberg,a.Delta,b.Other"})
}

test_allows_one_command if {
	count(rule.deny) == 0 with input as written({"layer": "conf"}, {"layer": "flag"})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"assignments": [
		{"id": "assignment#0", "name": "spark.sql.extensions", "layer": "spark-defaults", "effective": false, "dropped": ""},
		written({}, {}).assignments[1],
	]}
}
