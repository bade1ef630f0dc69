# METADATA
# title: Key written twice in one place
# description: |
#   Of two values of one key in one file, or of two --conf of one key in one command, Spark takes the last without a
#   word. Who reads only the first is misled.
# related_resources:
#   - description: How a properties file is read
#     ref: https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
#   - description: Spark configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html#spark-properties
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Delete the line that has no effect.
package policies.correctness.duplicate_key

import data.policies.lib.assignment

deny contains {
	"at": lost.id,
	"msg": $"{assignment.said(lost)} has no effect: {assignment.said(last)} comes later in the same place, and the last one counts",
	"unset": [lost.key],
} if {
	# Sections of a file that no job names may be another program's.
	input.job.kind != "properties"
	some layers in written
	some places in layers
	last := input.assignments[max(places)]
	some place in places
	lost := input.assignments[place]
	not lost.effective
	lost.raw != last.raw
}

# Most files have nothing that another line beats.
overridden if {
	some a in input.assignments
	not a.effective
}

written[a.key][a.layer] contains i if {
	overridden
	some i, a in input.assignments
	not startswith(a.spelling, "--")
	a.raw
}
