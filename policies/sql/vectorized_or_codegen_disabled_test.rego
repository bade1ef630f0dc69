package policies.sql.vectorized_or_codegen_disabled_test

import data.policies.sql.vectorized_or_codegen_disabled as rule

switch(key, value) := {"written": {key: "conf"}, "conf": {key: value}}

test_denies_each if {
	every key in ["spark.sql.parquet.enableVectorizedReader", "spark.sql.orc.enableVectorizedReader", "spark.sql.codegen.wholeStage", "spark.sql.inMemoryColumnarStorage.compressed"] {
		some answer in rule.deny with input as switch(key, false)
		answer.at == key
		answer.unset == [key]
		answer.unsafe
	}
}

test_allows_the_default_in_words if {
	count(rule.deny) == 0 with input as switch("spark.sql.parquet.enableVectorizedReader", true)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"written": {"spark.sql.parquet.enableVectorizedReader": "conf"}, "conf": {}}
}
