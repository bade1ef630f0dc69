# METADATA
# title: Option and --conf disagree
# description: |
#   A setting is given twice in one command, by its option and by --conf, with two values. The option wins wherever
#   it stands, but for --driver-memory and the other --driver-… options, for which the later of the two wins.
# related_resources:
#   - description: SparkSubmit, where options become settings
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/deploy/SparkSubmit.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Delete the one that has no effect.
package policies.correctness.flag_and_conf_conflict

import data.policies.lib.assignment

deny contains {
	"at": lost.id,
	"msg": $"{assignment.said(lost)} has no effect: {assignment.said(used)} wins",
	"unset": [lost.key],
	"unsafe": true,
} if {
	some used in input.assignments
	used.effective
	used.layer in {"conf", "flag"}
	some lost in others[used.name]
	lost.layer != used.layer
	lost.key == used.key
	lost.raw != used.raw
}

# On YARN, lists of files are joined rather than replaced.
others[a.name] contains a if {
	some a in input.assignments
	not a.effective
	a.layer in {"conf", "flag"}
	a.dropped == ""
	not a.name in {"spark.archives", "spark.files", "spark.jars", "spark.submit.pyFiles"}
}
