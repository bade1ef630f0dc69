# METADATA
# title: Bounds of dynamic allocation that exclude each other
# description: |
#   spark.dynamicAllocation.minExecutors must not be above maxExecutors, neither may be negative, and maxExecutors must not
#   be 0. Spark checks this when it starts.
# related_resources:
#   - description: ExecutorAllocationManager.validateSettings, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/ExecutorAllocationManager.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Make spark.dynamicAllocation.maxExecutors positive and at least as large as minExecutors.
#   yields_to: [platform/databricks_sizing_conf, platform/glue_sizing_conf]
package policies.dynamic_allocation.bounds_invalid

import data.policies.lib.dynamic_allocation

deny contains {
	"at": "spark.dynamicAllocation.maxExecutors",
	"msg": $"at least {minimum} and at most {maximum} executors: Spark does not start",
	"notes": ["spark.dynamicAllocation.minExecutors"],
} if {
	dynamic_allocation.on
	input.written["spark.dynamicAllocation.minExecutors"]
	input.written["spark.dynamicAllocation.maxExecutors"]
	minimum := input.conf["spark.dynamicAllocation.minExecutors"]
	maximum := input.conf["spark.dynamicAllocation.maxExecutors"]
	minimum > maximum
	maximum > 0
}

deny contains {
	"at": "spark.dynamicAllocation.maxExecutors",
	"msg": $"at most {maximum} executors: Spark does not start with less than 1",
} if {
	dynamic_allocation.on
	maximum := input.conf["spark.dynamicAllocation.maxExecutors"]
	maximum < 1
}

deny contains {
	"at": "spark.dynamicAllocation.minExecutors",
	"msg": $"at least {minimum} executors: Spark does not start with less than 0",
} if {
	dynamic_allocation.on
	minimum := input.conf["spark.dynamicAllocation.minExecutors"]
	minimum < 0
}
