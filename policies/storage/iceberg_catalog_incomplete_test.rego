package policies.storage.iceberg_catalog_incomplete_test

import data.policies.storage.iceberg_catalog_incomplete as rule

job(settings) := {
	"unset": {}, "conf": {"spark.sql.extensions": [rule.extension]},
	"assignments": [{"name": $"spark.sql.catalog.{key}", "raw": text, "effective": true} | some key, text in settings],
}

iceberg := "org.apache.iceberg.spark.SparkCatalog"

test_denies_options_without_a_class if {
	rule.deny == {{
		"at": "spark.sql.catalog.lake.type",
		"msg": "the catalog lake has options and no class: spark.sql.catalog.lake is not set, and Spark takes lake for a schema",
	}} with input as job({"lake.type": "hadoop", "lake.warehouse": "hdfs:///lake", "spark_catalog.type": "hive"})
}

test_denies_a_type_without_its_option if {
	some answer in rule.deny with input as job({"lake": iceberg, "lake.type": "hadoop"})
	answer.at == "spark.sql.catalog.lake.type"
	answer.msg == "the catalog lake is of type hadoop and has no warehouse: Iceberg cannot set it up"
}

test_denies_mildly_without_the_extension if {
	every extensions in [{"unset": {"spark.sql.extensions": true}, "conf": {}}, {"unset": {}, "conf": {"spark.sql.extensions": ["com.acme.Other"]}}] {
		some answer in rule.deny with input as object.union(extensions, {"assignments": [{"name": "spark.sql.catalog.lake", "raw": iceberg, "effective": true}]})
		answer.at == "spark.sql.catalog.lake"
		answer.severity == "info"
	}
}

test_allows_what_is_complete if {
	count(rule.deny) == 0 with input as job({"lake": iceberg, "lake.type": "hadoop", "lake.warehouse": "hdfs:///lake"})
	count(rule.deny) == 0 with input as job({"lake": iceberg, "lake.type": "hive"})
	count(rule.deny) == 0 with input as job({"pg": "com.acme.Catalog", "pg.type": "hadoop"})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"unset": {}, "conf": {}, "assignments": [
		{"name": "spark.sql.catalog.lake", "effective": true},
		{"name": "spark.sql.catalog.lake.type", "raw": "hadoop", "effective": true},
	]}
}
