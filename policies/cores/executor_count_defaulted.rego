# METADATA
# title: Number of executors left at Spark's default
# description: |
#   Nobody set spark.executor.instances and dynamic allocation is off: on YARN and Kubernetes Spark then starts two
#   executors, however large the cluster and the data are.
# related_resources:
#   - description: Spark configuration, execution behavior
#     ref: https://spark.apache.org/docs/latest/configuration.html#execution-behavior
#   - description: SchedulerBackendUtils, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/scheduler/cluster/SchedulerBackendUtils.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes]
#     complete: true
#   fix: Set --num-executors (spark.executor.instances), or enable dynamic allocation with a bound.
#   yields_to: [dynamic_allocation/subkeys_without_enabled, platform/databricks_sizing_conf, platform/glue_sizing_conf]
package policies.cores.executor_count_defaulted

deny contains {
	"msg": $"no number of executors is set: Spark starts {executors}, which run {slots} tasks at a time",
	"because": ["executors.effective_count", "cluster.slots_count"],
} if {
	input.unset["spark.executor.instances"]
	input.conf["spark.dynamicAllocation.enabled"] == false
	executors := input.facts.executors.effective_count
	slots := input.facts.cluster.slots_count
}
