# METADATA
# title: SQL catalog that lacks a part
# description: |
#   spark.sql.catalog.<name> is the class of a catalog, and what stands below it its options. Without the class Spark knows no
#   such catalog and takes its name for a schema; Iceberg's catalogs need further options by their type, and some of
#   Iceberg's statements (ALTER TABLE … ADD PARTITION FIELD) its session extension.
# related_resources:
#   - description: Iceberg, Spark catalog configuration
#     ref: https://iceberg.apache.org/docs/latest/spark-configuration/#catalog-configuration
#   - description: Catalogs, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/sql/catalyst/src/main/scala/org/apache/spark/sql/connector/catalog/Catalogs.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     complete: true
#   fix: Set what is missing.
package policies.storage.iceberg_catalog_incomplete

import data.policies.lib.sql_catalogs

extension := "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions"

deny contains {
	"at": $"spark.sql.catalog.{name}.{first}",
	"msg": $"the catalog {name} has options and no class: spark.sql.catalog.{name} is not set, and Spark takes {name} for a schema",
} if {
	some name, options in sql_catalogs.options
	name != "spark_catalog"
	not name in sql_catalogs.classed
	first := min(object.keys(options))
}

needed := {"hadoop": "warehouse", "rest": "uri"}

deny contains {
	"at": $"spark.sql.catalog.{name}.type",
	"msg": $"the catalog {name} is of type {options.type} and has no {missing}: Iceberg cannot set it up",
} if {
	some name, options in sql_catalogs.options
	sql_catalogs.iceberg[name]
	missing := needed[options.type]
	not sql_catalogs.has(name, missing)
}

deny contains {
	"at": $"spark.sql.catalog.{name}",
	"msg": $"Iceberg's catalog {name} is set up without IcebergSparkSessionExtensions: Iceberg's own statements, such as ALTER TABLE … ADD PARTITION FIELD, do not parse",
	"severity": "info",
} if {
	name := min([name | sql_catalogs.iceberg[name]])
	extensions := listed
	not extension in extensions
}

listed := input.conf["spark.sql.extensions"]

listed := [] if input.unset["spark.sql.extensions"]
