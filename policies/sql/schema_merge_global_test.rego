package policies.sql.schema_merge_global_test

import data.policies.sql.schema_merge_global as rule

merging(key, value) := {"written": {key: "conf"}, "conf": {key: value}}

test_denies_merging_everywhere if {
	every key, format in {"spark.sql.parquet.mergeSchema": "Parquet", "spark.sql.orc.mergeSchema": "ORC"} {
		some answer in rule.deny with input as merging(key, true)
		answer.at == key
		contains(answer.msg, $"every read of {format} files")
	}
}

test_allows_the_default_in_words if {
	count(rule.deny) == 0 with input as merging("spark.sql.parquet.mergeSchema", false)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"written": {"spark.sql.parquet.mergeSchema": "conf"}, "conf": {}}
}
