# METADATA
# title: Executor larger than any machine
# description: |
#   An executor runs on one machine. When its container is larger than what the largest machine of the cluster profile
#   gives out, or has at all, no machine ever starts it: the pod stays Pending, and YARN, which counts its largest machine
#   as its limit, makes spark-submit refuse the job.
# related_resources:
#   - description: Kubernetes, how pods with resource requests are scheduled
#     ref: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-requests-are-scheduled
#   - description: Amazon EMR Release Guide, task configuration, yarn.nodemanager.resource.memory-mb by instance type
#     ref: https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-hadoop-task-config.html
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes]
#     profile: true
#   yields_to: [memory/container_exceeds_max_allocation]
#   fix: Lower spark.executor.memory to what fits with its overhead, or write a larger kind of worker in the profile if the cluster has one.
package policies.memory.container_exceeds_node

import data.policies.lib.heap

deny contains object.union(
	{
		"at": "executor.container_mib",
		"msg": $"the executor's container of {container} MiB, {memory} MiB of it heap, fits on no machine: the largest has {room} MiB for it; {consequence[input.job.cluster_manager]}",
		"because": ["executor.container_mib", "node.largest_mib"],
	},
	mending,
) if {
	container := input.facts.executor.container_mib
	memory := input.facts.executor.heap_mib
	room := input.facts.node.largest_mib
	container > room
}

consequence := {
	"yarn": "YARN never starts it",
	"kubernetes": "its pods stay Pending",
}

default mending := {}

mending := {"set": {"spark.executor.memory": heap.text(heap.executor(input.facts.node.largest_mib))}, "unsafe": true} if {
	input.written["spark.executor.memory"]
}
