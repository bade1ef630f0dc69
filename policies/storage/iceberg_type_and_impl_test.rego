package policies.storage.iceberg_type_and_impl_test

import data.policies.storage.iceberg_type_and_impl as rule

catalog(class, options) := {"assignments": array.concat(
	[{"name": "spark.sql.catalog.lake", "raw": class, "effective": true}],
	[{"name": $"spark.sql.catalog.lake.{option}", "raw": text, "effective": true} | some option, text in options],
)}

both := {"type": "rest", "catalog-impl": "org.apache.iceberg.aws.glue.GlueCatalog"}

test_denies_both if {
	some answer in rule.deny with input as catalog("org.apache.iceberg.spark.SparkCatalog", both)
	answer.at == "spark.sql.catalog.lake.type"
	answer.msg == "Iceberg refuses the catalog lake: it takes type = rest or catalog-impl = org.apache.iceberg.aws.glue.GlueCatalog, and not both"
	answer.unset == ["spark.sql.catalog.lake.type"]
}

test_allows_one if {
	count(rule.deny) == 0 with input as catalog("org.apache.iceberg.spark.SparkCatalog", {"type": "rest", "warehouse": "s3://lake"})
}

test_allows_other_catalogs if {
	count(rule.deny) == 0 with input as catalog("com.acme.Catalog", both)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"assignments": [
		{"name": "spark.sql.catalog.lake", "effective": true},
		{"name": "spark.sql.catalog.lake.type", "raw": "rest", "effective": true},
		{"name": "spark.sql.catalog.lake.catalog-impl", "effective": true},
	]}
}
