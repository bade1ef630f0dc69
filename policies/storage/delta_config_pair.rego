# METADATA
# title: Half of what Delta Lake needs
# description: |
#   Delta Lake needs two settings together: its session extension and its catalog. With only one of them, the first
#   Delta command fails with DELTA_CONFIGURE_SPARK_SESSION_WITH_EXTENSION_AND_CATALOG.
# related_resources:
#   - description: Delta Lake, set up with Spark
#     ref: https://docs.delta.io/latest/quick-start.html
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     complete: true
#   fix: Set both spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension and spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog.
package policies.storage.delta_config_pair

extension := "io.delta.sql.DeltaSparkSessionExtension"

catalog := "org.apache.spark.sql.delta.catalog.DeltaCatalog"

deny contains {
	"at": "spark.sql.extensions",
	"msg": $"Delta's extension is set without its catalog: spark.sql.catalog.spark_catalog must be {catalog}",
	"set": {"spark.sql.catalog.spark_catalog": catalog},
} if {
	extension in input.conf["spark.sql.extensions"]
	input.unset["spark.sql.catalog.spark_catalog"]
}

deny contains {
	"at": "spark.sql.catalog.spark_catalog",
	"msg": $"Delta's catalog is set without its extension: spark.sql.extensions must hold {extension}",
	"set": {"spark.sql.extensions": extension},
} if {
	input.written["spark.sql.catalog.spark_catalog"]
	input.conf["spark.sql.catalog.spark_catalog"] == catalog
	input.unset["spark.sql.extensions"]
}
