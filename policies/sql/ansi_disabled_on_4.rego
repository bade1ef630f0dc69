# METADATA
# title: ANSI mode turned off
# description: |
#   From Spark 4.0 on, SQL follows the ANSI standard by default: an overflow, a cast that cannot be done or a division by
#   zero is an error. With spark.sql.ansi.enabled=false they become wrapped numbers and NULLs, as in Spark 3.
# related_resources:
#   - description: ANSI compliance
#     ref: https://spark.apache.org/docs/latest/sql-ref-ansi-compliance.html
#   - description: Upgrading from Spark SQL 3.5 to 4.0
#     ref: https://spark.apache.org/docs/latest/sql-migration-guide.html#upgrading-from-spark-sql-35-to-40
# custom:
#   severity: info
#   since: 0.1.0
#   applies_to:
#     spark: {since: "4.0"}
#   fix: Remove the setting once the queries use try_cast, try_divide and the like where NULL is meant.
package policies.sql.ansi_disabled_on_4

deny contains {
	"at": "spark.sql.ansi.enabled",
	"msg": "overflows wrap around and failed casts become NULL without a word; Spark 4 reports them by default",
	"unset": ["spark.sql.ansi.enabled"],
	"unsafe": true,
} if {
	input.written["spark.sql.ansi.enabled"]
	input.conf["spark.sql.ansi.enabled"] == false
}
