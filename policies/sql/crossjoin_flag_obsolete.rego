# METADATA
# title: Cross joins allowed twice
# description: |
#   Since Spark 3.0 joins without a condition are allowed by default, and spark.sql.crossJoin.enabled=true says nothing more.
# related_resources:
#   - description: Upgrading from Spark SQL 2.4 to 3.0
#     ref: https://spark.apache.org/docs/latest/sql-migration-guide.html#upgrading-from-spark-sql-24-to-30
# custom:
#   severity: info
#   since: 0.1.0
#   fix: Remove the setting.
package policies.sql.crossjoin_flag_obsolete

deny contains {
	"at": "spark.sql.crossJoin.enabled",
	"msg": "joins without a condition are allowed by default since Spark 3.0",
	"unset": ["spark.sql.crossJoin.enabled"],
} if {
	input.written["spark.sql.crossJoin.enabled"]
	input.conf["spark.sql.crossJoin.enabled"] == true
}
