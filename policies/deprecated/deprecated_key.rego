# METADATA
# title: Setting that Spark is going to drop
# description: |
#   Spark still reads this setting, and says in its own table that it is on its way out, and what to use in its place.
# related_resources:
#   - description: Spark's table of deprecated keys
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/SparkConf.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Do as the message says, before the next upgrade.
package policies.deprecated.deprecated_key

deny contains {
	"at": a.id,
	"msg": $"{a.key} is deprecated since Spark {row.since}: {trim(row.message, ". ")}",
} if {
	some a in input.assignments
	a.effective
	not startswith(a.key, "spark.sql.")
	input.keys[a.key].status == "known"
	row := input.keys[a.key].deprecated
	not row.removed
}
