# METADATA
# title: First executors above the maximum
# description: |
#   With dynamic allocation Spark starts with the largest of minExecutors, initialExecutors and spark.executor.instances.
#   On YARN and Kubernetes it does not start when that is more than maxExecutors.
# related_resources:
#   - description: SchedulerBackendUtils.getInitialTargetExecutorNumber, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/scheduler/cluster/SchedulerBackendUtils.scala
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes]
#   fix: Remove spark.executor.instances, or raise spark.dynamicAllocation.maxExecutors.
#   yields_to: [dynamic_allocation/bounds_invalid, platform/databricks_sizing_conf, platform/glue_sizing_conf]
package policies.dynamic_allocation.initial_above_max

import data.policies.lib.dynamic_allocation

deny contains {
	"at": key,
	"msg": $"{first} executors to start with and at most {maximum} by spark.dynamicAllocation.maxExecutors: Spark does not start",
	"notes": ["spark.dynamicAllocation.maxExecutors"],
	"unset": [key],
	"unsafe": true,
} if {
	dynamic_allocation.on
	input.written["spark.dynamicAllocation.maxExecutors"]
	maximum := input.conf["spark.dynamicAllocation.maxExecutors"]
	some key, first in wanted
	first > maximum
	first == max([n | some n in wanted])
}

wanted["spark.executor.instances"] := input.conf["spark.executor.instances"] if input.written["spark.executor.instances"]

wanted["spark.dynamicAllocation.initialExecutors"] := input.conf["spark.dynamicAllocation.initialExecutors"] if {
	input.written["spark.dynamicAllocation.initialExecutors"]
}
