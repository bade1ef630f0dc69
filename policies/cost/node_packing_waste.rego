# METADATA
# title: Executors leave a part of each machine over
# description: |
#   A cluster manager starts whole executors. What a machine has left beside the last that fits is paid for and does
#   nothing: cores, where executors have much memory for their cores, or memory, where one more does not quite fit. Another
#   size may fill the same machine. It is a warning where the profile says that the job has the cluster for itself and the
#   job fills it. On a shared cluster others may use the rest, and nothing is said; nor on Kubernetes where the profile does
#   not say whose the nodes are.
# related_resources:
#   - description: EMR best practices, how executors fill instances
#     ref: https://aws.github.io/aws-emr-best-practices/docs/bestpractices/Applications/Spark/best_practices
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes]
#     complete: true
#     profile: true
#   params:
#     maximum_share:
#       default: 0.2
#       doc: share of a machine's memory or cores that may stay idle
#     least_gain:
#       default: 0.1
#       doc: how much less another size has to leave over, as the shares of memory and cores together
#   fix: Choose executors that fill the machine, and as many more of them as they are smaller, or machines with as much memory for each core as the executors have.
#   yields_to:
#     - memory/container_exceeds_max_allocation
#     - memory/container_exceeds_node
#     - cores/executor_cores_exceed_node
#     - memory/executor_memory_no_unit
#     - memory/executor_memory_defaulted
#     - cores/executor_cores_defaulted
#     - cores/executor_cores_one
#     - platform/databricks_sizing_conf
#     - platform/glue_sizing_conf
package policies.cost.node_packing_waste

import data.policies.lib.packing

params := data.params.cost.node_packing_waste

deny contains object.union(
	{
		"at": "node.executors_count",
		"msg": $"a machine with {n.allocatable_mib} MiB and {packing.tenths(n.allocatable_vcores)} cores for executors has room for {n.executors_count} of {heap} MiB heap and {cores} cores, which leave {left} idle; {packing.words}",
		"because": ["node.executors_count", "node.stranded_mib", "node.stranded_vcores", "node.best_heap_mib"],
		"severity": severity,
	},
	packing.mending,
) if {
	n := input.facts.node
	n.executors_count > 0
	max([n.stranded_memory_ratio, n.stranded_cores_ratio]) > params.maximum_share
	best := (n.best_stranded_mib / n.allocatable_mib) + (n.best_stranded_vcores / n.allocatable_vcores)
	(n.stranded_memory_ratio + n.stranded_cores_ratio) - best >= params.least_gain
	heap := input.facts.executor.heap_mib
	cores := input.facts.executor.cores
	left := $"{packing.left(n.stranded_mib, n.stranded_vcores)} ({percent(n.stranded_memory_ratio)}% and {percent(n.stranded_cores_ratio)}%)"

	# Fewer executors fill no machine.
	input.facts.executors.maximum_count >= n.executors_count
	not shared
	not packing.accelerated
}

# The nodes of Kubernetes have pods of others, unless the profile says not.
shared if input.job.tenancy == "shared"

shared if {
	input.job.cluster_manager == "kubernetes"
	not input.job.tenancy == "dedicated"
}

percent(share) := round(100 * share)

# Who wants headroom may want what is left over.
default severity := "info"

severity := "warning" if {
	input.job.tenancy == "dedicated"
	not input.job.objective == "reliability"
	fills_the_cluster
}

# But for a machine with the driver.
fills_the_cluster if {
	room := input.facts.cluster.executors_count - input.facts.node.executors_count
	input.facts.executors.maximum_count >= room
}
