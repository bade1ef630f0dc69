# METADATA
# title: More executors than the cluster has room for
# description: |
#   Without dynamic allocation a job asks for all of its executors at once, and with it for the fewest it keeps. What the
#   cluster has no room for is never there: the requests stay pending, the job runs with less than it was sized for, and
#   nothing else starts beside it. The profile's machines count at their most (worker.max).
# related_resources:
#   - description: Spark configuration, spark.executor.instances
#     ref: https://spark.apache.org/docs/latest/running-on-yarn.html#spark-properties
#   - description: Spark configuration, dynamic allocation
#     ref: https://spark.apache.org/docs/latest/configuration.html#dynamic-allocation
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes]
#     complete: true
#     profile: true
#   fix: Ask for no more than the cluster holds beside the driver, choose smaller executors, or write in the profile how far the cluster grows (worker.max).
#   yields_to:
#     - memory/container_exceeds_max_allocation
#     - memory/container_exceeds_node
#     - cores/executor_cores_exceed_node
#     - memory/executor_memory_no_unit
#     - platform/databricks_sizing_conf
#     - platform/glue_sizing_conf
package policies.cores.executors_exceed_cluster

deny contains {
	"at": "executors.minimum_count",
	"msg": $"{asked} executors are asked for, and {machines} machines with room for {each} of this size each hold {room} at most: {asked - room} are never there",
	"because": ["executors.minimum_count", "cluster.executors_count", "node.executors_count"],
} if {
	asked := input.facts.executors.minimum_count
	room := input.facts.cluster.executors_count
	asked > room
	machines := input.facts.cluster.nodes_count
	each := input.facts.node.executors_count
	each > 0
}
