# METADATA
# title: Setting that a running session cannot change
# description: |
#   spark.conf.set and SQL's SET change a session's SQL settings, as long as they are not static. Settings of Spark's core
#   are refused since Spark 3.0 (CANNOT_MODIFY_CONFIG); those that nobody registered in the driver's JVM, such as
#   spark.default.parallelism or spark.yarn.*, are taken without a word, and nobody reads them.
# related_resources:
#   - description: Spark SQL migration guide, upgrading from 2.4 to 3.0 (SET of SparkConf entries)
#     ref: https://spark.apache.org/docs/latest/sql-migration-guide.html#upgrading-from-spark-sql-24-to-30
#   - description: RuntimeConfig.requireNonStaticConf
#     ref: https://github.com/apache/spark/blob/v3.5.1/sql/core/src/main/scala/org/apache/spark/sql/RuntimeConfig.scala
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     layers: [runtime]
#   fix: Set it before the session starts, in spark-submit, spark-defaults.conf or the session's builder.
package policies.correctness.static_conf_at_runtime

import data.policies.lib.assignment

deny contains {
	"at": a.id,
	"msg": $"{assignment.said(a)}: {a.dropped}",
	"unset": [a.name],
	"unsafe": true,
} if {
	some a in input.assignments
	a.layer == "runtime"
	a.dropped != ""
}
