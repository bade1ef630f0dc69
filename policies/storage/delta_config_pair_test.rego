package policies.storage.delta_config_pair_test

import data.policies.storage.delta_config_pair as rule

test_denies_the_extension_alone if {
	some answer in rule.deny with input as {
		"conf": {"spark.sql.extensions": ["io.delta.sql.DeltaSparkSessionExtension"]},
		"unset": {"spark.sql.catalog.spark_catalog": true},
	}
	answer.at == "spark.sql.extensions"
	answer.msg == "Delta's extension is set without its catalog: spark.sql.catalog.spark_catalog must be org.apache.spark.sql.delta.catalog.DeltaCatalog"
}

test_denies_the_catalog_alone if {
	some answer in rule.deny with input as {
		"conf": {"spark.sql.catalog.spark_catalog": "org.apache.spark.sql.delta.catalog.DeltaCatalog"},
		"written": {"spark.sql.catalog.spark_catalog": "conf"},
		"unset": {"spark.sql.extensions": true},
	}
	answer.at == "spark.sql.catalog.spark_catalog"
}

test_allows_both if {
	count(rule.deny) == 0 with input as {"unset": {}, "conf": {
		"spark.sql.extensions": ["io.delta.sql.DeltaSparkSessionExtension"],
		"spark.sql.catalog.spark_catalog": "org.apache.spark.sql.delta.catalog.DeltaCatalog",
	}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"unset": {}, "conf": {"spark.sql.extensions": ["io.delta.sql.DeltaSparkSessionExtension"]}}
}
