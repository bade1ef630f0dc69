# METADATA
# title: Executor memory left at Spark's default
# description: |
#   Nobody set spark.executor.memory, and Spark gives each executor 1 GiB of heap. Of that it sets 300 MiB aside and uses
#   60% of the rest, which all tasks of the executor share.
# related_resources:
#   - description: Spark configuration, application properties
#     ref: https://spark.apache.org/docs/latest/configuration.html#application-properties
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#     complete: true
#   fix: Set spark.executor.memory (--executor-memory), for instance 2g to 4g for each core.
#   yields_to: [platform/databricks_sizing_conf, platform/glue_sizing_conf]
package policies.memory.executor_memory_defaulted

deny contains {
	"msg": $"no executor memory is set: Spark gives each executor {heap} MiB of heap, {unified} MiB of them for its tasks and caches",
	"because": ["executor.unified_mib", "executor.execution_per_task_mib"],
} if {
	input.unset["spark.executor.memory"]
	heap := input.facts.executor.heap_mib
	unified := input.facts.executor.unified_mib
}
