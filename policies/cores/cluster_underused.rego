# METADATA
# title: Most of a dedicated cluster idle
# description: |
#   The profile says that the job has the cluster for itself, and at full load its executors have far fewer cores than the
#   machines, and far less memory. The rest is paid for and does nothing. A cluster that scales counts at its fewest machines (worker.min).
# related_resources:
#   - description: Spark configuration, spark.executor.instances
#     ref: https://spark.apache.org/docs/latest/running-on-yarn.html#spark-properties
#   - description: Spark configuration, dynamic allocation
#     ref: https://spark.apache.org/docs/latest/configuration.html#dynamic-allocation
# custom:
#   severity: info
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#     complete: true
#     profile: true
#   params:
#     minimum_share:
#       default: 0.6
#       doc: least share of the cluster's cores or memory that the executors should have
#   fix: Ask for as many executors as the cluster holds beside the driver, or take fewer machines.
#   yields_to:
#     - cost/node_packing_waste
#     - memory/container_exceeds_max_allocation
#     - memory/container_exceeds_node
#     - cores/executor_cores_exceed_node
#     - standalone/executor_exceeds_worker
#     - cores/executor_count_defaulted
#     - cores/executor_cores_defaulted
#     - cores/executor_cores_one
#     - platform/databricks_sizing_conf
#     - platform/glue_sizing_conf
package policies.cores.cluster_underused

params := data.params.cores.cluster_underused

deny contains object.union(
	{
		"at": "executors.effective_count",
		"msg": $"{executors} executors of {cores} cores use {executors * cores} of the cluster's {all} cores ({percent}%), which nobody else uses",
		"because": ["executors.effective_count", "executor.cores", "cluster.least_vcores_count"],
	},
	more(cores, all),
) if {
	input.job.tenancy == "dedicated"
	executors := input.facts.executors.effective_count
	cores := input.facts.executor.cores
	all := input.facts.cluster.least_vcores_count
	executors * cores < params.minimum_share * all
	percent := round(((100 * executors) * cores) / all)

	# Executors with much memory and few cores fill a cluster too.
	executors * input.facts.executor.container_mib < params.minimum_share * input.facts.cluster.memory_mib
	not full
}

# Executors of this size leave the rest of each machine over, and no more of
# them fit.
full if input.facts.executors.effective_count >= input.facts.cluster.executors_count

# As many as fit when one machine's room for one goes to the driver.
more(cores, all) := {"set": {counting: $"{most}"}, "unsafe": true} if {
	most := input.facts.cluster.executors_count - 1
	most * cores >= params.minimum_share * all
	input.facts.cluster.least_vcores_count == input.facts.cluster.vcores_count
} else := {}

counting := "spark.dynamicAllocation.maxExecutors" if {
	input.facts.dynamic_allocation.enabled
} else := "spark.executor.instances" if {
	input.job.cluster_manager in {"yarn", "kubernetes"}
	input.written["spark.executor.instances"]
}
