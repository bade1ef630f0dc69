# METADATA
# title: Executors with cached data are never released
# description: |
#   Dynamic allocation releases an executor that had no task for executorIdleTimeout, but one that holds a cached block
#   only after cachedExecutorIdleTimeout, which is infinite unless it is written. In a notebook or a service, which do not
#   end, whatever somebody caches keeps its executors for good.
# related_resources:
#   - description: Dynamic resource allocation, executor removal policy
#     ref: https://spark.apache.org/docs/latest/job-scheduling.html#executor-removal-policy
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#     workloads: [notebook, sql-service]
#     complete: true
#   fix: Set spark.dynamicAllocation.cachedExecutorIdleTimeout, for example to 30m; what was cached there is computed anew when it is read again.
#   yields_to: [platform/databricks_sizing_conf, platform/glue_sizing_conf]
package policies.dynamic_allocation.cached_executors_never_released

import data.policies.lib.dynamic_allocation

deny contains {
	"at": "spark.dynamicAllocation.enabled",
	"msg": $"spark.dynamicAllocation.cachedExecutorIdleTimeout is not set: an executor that holds a cached block is kept until the {kinds[input.job.workload]} ends",
	"set": {"spark.dynamicAllocation.cachedExecutorIdleTimeout": "30m"},
	"unsafe": true,
} if {
	dynamic_allocation.elastic
	input.unset["spark.dynamicAllocation.cachedExecutorIdleTimeout"]
}

kinds := {"notebook": "notebook", "sql-service": "service"}
