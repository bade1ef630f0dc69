# METADATA
# title: Old name of a setting
# description: |
#   Spark still reads the setting under this name, logs a warning, and reads the current name first wherever both are
#   written. Old names disappear: Spark 4.1 no longer reads spark.blacklist.*.
# related_resources:
#   - description: Spark's tables of deprecated keys
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/SparkConf.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Write the current name.
package policies.deprecated.renamed_key

deny contains object.union(
	{
		"at": a.id,
		"msg": $"{a.key} is an old name of {known.current}{since(known)}",
	},
	mended(a, known),
) if {
	some a in input.assignments
	a.effective
	known := input.keys[a.key]
	known.status == "old_name"
	not known.deprecated.removed
}

since(known) := $", renamed in Spark {known.since}" if {
	known.since != ""
} else := ""

# Under some old names the number means something else.
mended(a, known) := {"rename": {a.key: known.current}} if {
	not known.translated
} else := {}
