# METADATA
# title: Option that the cluster manager has no use for
# description: |
#   Each option of spark-submit works for some cluster managers only. For the others it is dropped without a word. A
#   standalone cluster knows no number of executors either: it starts as many as spark.cores.max divided by
#   spark.executor.cores.
# related_resources:
#   - description: SparkSubmit, where options become settings
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/deploy/SparkSubmit.scala
#   - description: Standalone mode
#     ref: https://spark.apache.org/docs/latest/spark-standalone.html#executors-scheduling
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Delete the option. On a standalone cluster, set spark.cores.max to the number of executors times their cores.
package policies.correctness.flag_ignored_by_manager

import data.policies.lib.assignment

deny contains {
	"at": a.id,
	"msg": $"{assignment.said(a)} has no effect: {a.dropped}",
} if {
	some a in input.assignments
	a.layer == "flag"
	startswith(a.dropped, "spark-submit drops ")
	input.job.cluster_manager != "local"
}

# Dynamic allocation starts with that many.
deny contains object.union(
	{"at": a.id, "msg": $"{assignment.said(a)} has no effect: a standalone cluster starts spark.cores.max / spark.executor.cores executors"},
	mended(a),
) if {
	some a in input.assignments
	a.name == "spark.executor.instances"
	a.effective
	assignment.own(a)
	input.job.cluster_manager == "standalone"
	input.conf["spark.dynamicAllocation.enabled"] == false
}

# As many cores as that number of executors has.
mended(a) := {"set": {"spark.cores.max": format_int(number * cores, 10)}, "unset": [a.key], "unsafe": true} if {
	input.unset["spark.cores.max"]
	input.written["spark.executor.cores"]
	cores := input.conf["spark.executor.cores"]
	regex.match(`^[0-9]{1,6}$`, a.raw)
	number := to_number(a.raw)
} else := {}
