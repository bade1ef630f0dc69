# METADATA
# title: Little memory for each task
# description: |
#   All tasks of an executor share its unified memory (60% of the heap above 300 MiB). With N tasks running, each gets
#   between 1/2N and 1/N of it for sorting, joining and aggregating, and spills to disk when that is not enough.
# related_resources:
#   - description: Tuning Spark, memory management
#     ref: https://spark.apache.org/docs/latest/tuning.html#memory-management-overview
#   - description: ExecutionMemoryPool, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/memory/ExecutionMemoryPool.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#   params:
#     minimum_mib:
#       default: 256
#       doc: least unified memory for each task slot, in MiB
#   fix: Give the executor fewer cores or more memory.
#   yields_to: [platform/databricks_sizing_conf, platform/glue_sizing_conf]
package policies.memory.execution_per_task_too_small

params := data.params.memory.execution_per_task_too_small

deny contains {
	"at": "spark.executor.memory",
	"msg": $"{heap} MiB of heap for {slots} task slots: each task gets {most} MiB to work in, {least} MiB of them for sure, and spills the rest to disk",
	"because": ["executor.unified_mib", "executor.slots", "executor.execution_per_task_mib"],
} if {
	input.written["spark.executor.memory"]
	input.written["spark.executor.cores"]
	most := input.facts.executor.execution_per_task_mib
	most < params.minimum_mib
	least := input.facts.executor.execution_per_task_min_mib
	slots := input.facts.executor.slots
	heap := input.facts.executor.heap_mib
}
