# METADATA
# title: Local master in a job for a cluster
# description: |
#   With master local everything runs in the driver's JVM. In a job that a platform runs on a cluster, or whose code beats
#   the cluster that spark-submit was given, the other machines are paid for and stay idle: usually a line that was left
#   from a trial on a laptop.
# related_resources:
#   - description: Master URLs
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#master-urls
# custom:
#   severity: warning
#   since: 0.1.0
#   params:
#     platforms:
#       default: [dataproc, dataproc-serverless, emr, emr-eks, emr-serverless, glue, synapse]
#       doc: platforms that choose a cluster's master themselves
#   fix: Remove the master, and let the platform or spark-submit choose it.
#   yields_to: [platform/databricks_single_node]
package policies.correctness.local_master_in_deployable

params := data.params.correctness.local_master_in_deployable

pinned := [a |
	some a in input.assignments
	a.name == "spark.master"
	a.effective
	regex.match(`^local(\[|$)`, a.raw)
	a.layer != "platform"
][0]

deny contains {
	"at": pinned.id,
	"msg": $"master {pinned.raw} in a job on {input.job.platform}: everything runs in the driver, and the cluster stays idle",
	"unset": ["spark.master"],
	"unsafe": true,
} if {
	on_a_cluster
}

deny contains {
	"at": pinned.id,
	"msg": $"the code's master {pinned.raw} beats {given[0].raw}, which spark-submit was given: everything runs in the driver",
	"unset": ["spark.master"],
	"unsafe": true,
} if {
	pinned.layer == "code"
	not on_a_cluster
	given := [a | some a in input.assignments; a.name == "spark.master"; not startswith(a.raw, "local")]
	count(given) > 0
}

on_a_cluster if input.job.platform in params.platforms

on_a_cluster if {
	input.job.platform == "databricks"
	some path in ["num_workers", "autoscale.max_workers"]
	input.resource.attributes[path] > 0
}
