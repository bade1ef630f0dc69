# METADATA
# title: Iceberg catalog of two kinds
# description: |
#   type chooses one of Iceberg's own catalogs by a short name, and catalog-impl a class. Iceberg refuses both together,
#   when the catalog is first used: Cannot create catalog, both type and catalog-impl are set.
# related_resources:
#   - description: Iceberg, Spark catalog configuration
#     ref: https://iceberg.apache.org/docs/latest/spark-configuration/#catalog-configuration
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Remove one of the two.
package policies.storage.iceberg_type_and_impl

import data.policies.lib.sql_catalogs

deny contains {
	"at": $"spark.sql.catalog.{name}.type",
	"msg": $"Iceberg refuses the catalog {name}: it takes type = {options.type} or catalog-impl = {options["catalog-impl"]}, and not both",
	"notes": [$"spark.sql.catalog.{name}.catalog-impl"],
	"unset": [$"spark.sql.catalog.{name}.type"],
	"unsafe": true,
} if {
	some name, options in sql_catalogs.options
	sql_catalogs.iceberg[name]
	options.type
	options["catalog-impl"]
}
