# METADATA
# title: Filters not pushed down
# description: |
#   Spark hands the filters of a query to the reader of the files, or to the metastore, so that what cannot match is never
#   read: row groups by their statistics, partitions by their names. All of this is on by default; without it the same
#   rows come out, after more has been read.
# related_resources:
#   - description: Parquet files, configuration
#     ref: https://spark.apache.org/docs/latest/sql-data-sources-parquet.html#configuration
#   - description: ORC files, configuration
#     ref: https://spark.apache.org/docs/latest/sql-data-sources-orc.html#configuration
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Remove the setting; if it works around a defect, waive this rule with the defect's name.
package policies.sql.pushdown_disabled

deny contains {"at": key, "msg": what, "unset": [key], "unsafe": true} if {
	some key, what in consequence
	input.written[key]
}

consequence["spark.sql.parquet.filterPushdown"] := "Parquet row groups are read and decoded whose statistics rule out every row" if input.conf["spark.sql.parquet.filterPushdown"] == false

consequence["spark.sql.orc.filterPushdown"] := "ORC stripes are read and decoded whose statistics rule out every row" if input.conf["spark.sql.orc.filterPushdown"] == false

consequence["spark.sql.hive.metastorePartitionPruning"] := "the metastore lists all partitions of a Hive table to the driver, which then picks those of the query" if input.conf["spark.sql.hive.metastorePartitionPruning"] == false

consequence["spark.sql.optimizer.dynamicPartitionPruning.enabled"] := "a join with a filtered dimension reads all partitions of the fact table" if input.conf["spark.sql.optimizer.dynamicPartitionPruning.enabled"] == false
