# METADATA
# title: Old name beside the new one
# description: |
#   Spark reads the older name of a key only when the current one is not written anywhere. If it is, in whatever
#   file, the older name has no effect, even on the command line.
# related_resources:
#   - description: SparkConf
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/SparkConf.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Write the value under the current name, and delete the older one.
package policies.correctness.alternate_key_shadowed

import data.policies.lib.assignment

deny contains {
	"at": old.id,
	"msg": $"{assignment.said(old)} has no effect: {assignment.said(current)} is written too, and Spark reads the current name first",
	"notes": [current.name],
	"unset": [old.key],
} if {
	some old in input.assignments
	old.key != old.name
	old.effective == false
	old.dropped == ""
	some current in input.assignments
	current.name == old.name
	current.effective
	old.key != current.key
	old.raw != current.raw

	# A nearer layer that uses the current name overrides on purpose.
	assignment.strength(old) >= assignment.strength(current)
}
