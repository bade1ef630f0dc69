# METADATA
# title: A number of executors beside dynamic allocation
# description: |
#   With dynamic allocation spark.executor.instances is not ignored: Spark starts with the largest of minExecutors,
#   initialExecutors and it, and gives executors back only after they were idle for a minute.
# related_resources:
#   - description: Spark configuration, dynamic allocation
#     ref: https://spark.apache.org/docs/latest/configuration.html#dynamic-allocation
#   - description: Utils.getDynamicAllocationInitialExecutors, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/util/Utils.scala
# custom:
#   severity: info
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#   fix: Remove spark.executor.instances (--num-executors), or write the number as spark.dynamicAllocation.initialExecutors.
#   yields_to: [dynamic_allocation/bounds_invalid, dynamic_allocation/initial_above_max, platform/databricks_sizing_conf, platform/glue_sizing_conf]
package policies.dynamic_allocation.instances_raises_initial

import data.policies.lib.dynamic_allocation

deny contains {
	"at": "spark.executor.instances",
	"msg": $"dynamic allocation starts with these {instances} executors and not with {otherwise}",
	"because": ["executors.initial_count"],
	"unset": ["spark.executor.instances"],
	"unsafe": true,
} if {
	dynamic_allocation.on
	input.written["spark.executor.instances"]
	instances := input.conf["spark.executor.instances"]
	otherwise := max([
		input.conf["spark.dynamicAllocation.minExecutors"],
		input.conf["spark.dynamicAllocation.initialExecutors"],
	])
	instances > otherwise
	settled
}

# A default counts only where nobody can have written another value.
settled if input.written["spark.dynamicAllocation.initialExecutors"]

settled if input.unset["spark.dynamicAllocation.initialExecutors"]
