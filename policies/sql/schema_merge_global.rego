# METADATA
# title: Schemas merged at every read
# description: |
#   To merge schemas Spark opens the footer of every file of a path, in a job of its own before the query starts, where it
#   would otherwise open one. It is meant for the reads that need it: spark.read.option("mergeSchema", "true").
# related_resources:
#   - description: Parquet files, schema merging
#     ref: https://spark.apache.org/docs/latest/sql-data-sources-parquet.html#schema-merging
#   - description: Recommended settings for object stores
#     ref: https://spark.apache.org/docs/latest/cloud-integration.html#parquet-io-settings
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Remove the setting, and set the option mergeSchema on the reads whose files differ.
package policies.sql.schema_merge_global

deny contains {
	"at": key,
	"msg": $"every read of {format} files without a schema first opens the footers of all files, to merge what one file would tell",
	"unset": [key],
	"unsafe": true,
} if {
	some key, format in merged
	input.written[key]
}

merged["spark.sql.parquet.mergeSchema"] := "Parquet" if input.conf["spark.sql.parquet.mergeSchema"] == true

merged["spark.sql.orc.mergeSchema"] := "ORC" if input.conf["spark.sql.orc.mergeSchema"] == true
