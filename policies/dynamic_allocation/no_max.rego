# METADATA
# title: Dynamic allocation without a maximum
# description: |
#   spark.dynamicAllocation.maxExecutors is 2147483647 unless it is written: Spark asks for as many executors as it has
#   tasks waiting. One job with a large stage then takes the whole cluster or queue, or makes an autoscaling one grow.
# related_resources:
#   - description: Spark configuration, dynamic allocation
#     ref: https://spark.apache.org/docs/latest/configuration.html#dynamic-allocation
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#     complete: true
#   fix: Set spark.dynamicAllocation.maxExecutors to what the job may take of the cluster.
#   yields_to: [platform/databricks_sizing_conf, platform/glue_sizing_conf]
package policies.dynamic_allocation.no_max

import data.policies.lib.dynamic_allocation

deny contains {
	"at": "spark.dynamicAllocation.enabled",
	"msg": $"nothing bounds the executors: a stage of 10000 tasks asks for {executors}",
	"because": ["executor.slots", "executors.maximum_count"],
} if {
	dynamic_allocation.on
	input.unset["spark.dynamicAllocation.maxExecutors"]
	executors := ceil((10000 * input.conf["spark.dynamicAllocation.executorAllocationRatio"]) / input.facts.executor.slots)
}
