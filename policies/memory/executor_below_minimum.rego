# METADATA
# title: Executor memory below Spark's minimum
# description: |
#   Spark sets 300 MiB of every heap aside and refuses executors of less than one and a half times as much, 450 MiB. The
#   driver checks it when it starts, in local mode too.
# related_resources:
#   - description: UnifiedMemoryManager.getMaxMemory, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/memory/UnifiedMemoryManager.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Raise spark.executor.memory to 512m or more.
#   yields_to: [memory/executor_memory_no_unit]
package policies.memory.executor_below_minimum

deny contains {
	"at": "spark.executor.memory",
	"msg": $"{heap} MiB of heap for an executor: Spark refuses to start with less than 450",
} if {
	heap := floor(input.conf["spark.executor.memory"] / 1048576)
	heap < 450
}
