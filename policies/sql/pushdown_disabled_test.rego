package policies.sql.pushdown_disabled_test

import data.policies.sql.pushdown_disabled as rule

switch(key, value) := {"written": {key: "conf"}, "conf": {key: value}}

test_denies_each if {
	every key in ["spark.sql.parquet.filterPushdown", "spark.sql.orc.filterPushdown", "spark.sql.hive.metastorePartitionPruning", "spark.sql.optimizer.dynamicPartitionPruning.enabled"] {
		some answer in rule.deny with input as switch(key, false)
		answer.at == key
		answer.unset == [key]
		answer.unsafe
	}
}

test_allows_the_default_in_words if {
	count(rule.deny) == 0 with input as switch("spark.sql.parquet.filterPushdown", true)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"written": {"spark.sql.parquet.filterPushdown": "conf"}, "conf": {}}
}
