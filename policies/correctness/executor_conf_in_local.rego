# METADATA
# title: Executors with a local master
# description: |
#   With master local everything runs in the driver's JVM. There are no executors to count or to size: the heap is
#   spark.driver.memory, and the slots are the number in local[n].
# related_resources:
#   - description: Master URLs
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#master-urls
#   - description: LocalSchedulerBackend
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/scheduler/local/LocalSchedulerBackend.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [local]
#   params:
#     settings:
#       default:
#         - spark.executor.cores
#         - spark.executor.instances
#         - spark.executor.memory
#         - spark.executor.memoryOverhead
#         - spark.executor.memoryOverheadFactor
#       doc: settings that count or size executors
#   fix: Size the driver with --driver-memory and the master with local[n], or submit to a cluster.
#   yields_to: [correctness/local_master_in_deployable]
package policies.correctness.executor_conf_in_local

import data.policies.lib.assignment

params := data.params.correctness.executor_conf_in_local

deny contains object.union(mended, {
	"at": min(places),
	"msg": $"{concat(", ", names)} without effect: with a local master all runs in the driver's JVM, which spark.driver.memory sizes",
	"because": ["driver.heap_mib"],
	"notes": array.slice(names, 1, count(names)),
}) if {
	not a_cluster
	names := sort(object.keys(written))
	places := written[names[0]]
}

written[a.name] contains a.id if {
	some a in input.assignments
	a.name in params.settings
	assignment.own(a)
}

# The heap that executors were to have is the driver's.
mended := {"rename": {"spark.executor.memory": "spark.driver.memory"}, "unset": others, "unsafe": true} if {
	input.unset["spark.driver.memory"]
	some a in input.assignments
	a.name == "spark.executor.memory"
	a.effective
	others := [name | some name in sort(object.keys(written)); name != "spark.executor.memory"]
} else := {}

# local-cluster starts executors.
a_cluster if startswith(input.job.master, "local-cluster")
