# METADATA
# title: SQL setting that Spark is going to drop
# description: |
#   Spark still reads this SQL setting, and says in its own table (SQLConf.deprecatedSQLConfigs) that it is on its way out.
#   Once it is removed, a session that sets it to anything but its old default does not start.
# related_resources:
#   - description: Spark SQL's table of deprecated keys
#     ref: https://github.com/apache/spark/blob/v3.5.1/sql/catalyst/src/main/scala/org/apache/spark/sql/internal/SQLConf.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Do as the message says, before the next upgrade.
package policies.deprecated.sql_key

deny contains object.union(
	{
		"at": a.id,
		"msg": $"{a.key} is deprecated since Spark {row.since}: {trim(row.message, ". ")}",
	},
	mended(a, row),
) if {
	some a in input.assignments
	a.effective
	startswith(a.key, "spark.sql.")
	input.keys[a.key].status == "known"
	row := input.keys[a.key].deprecated
	not row.removed
}

# Some replacements are another thing altogether: a size in the place of a number.
mended(a, row) := {"rename": {a.key: row.replacement}} if {
	row.same_values
	startswith(row.replacement, "spark.sql.")
} else := {}
