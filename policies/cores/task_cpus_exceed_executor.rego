# METADATA
# title: Tasks that need more cores than an executor has
# description: |
#   spark.task.cpus is how many of an executor's cores one task takes. When an executor has fewer, no task could ever run,
#   and Spark does not start. On YARN and Kubernetes an executor has one core unless spark.executor.cores is written.
# related_resources:
#   - description: Spark configuration, scheduling
#     ref: https://spark.apache.org/docs/latest/configuration.html#scheduling
#   - description: ResourceUtils.validateTaskCpusLargeEnough, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/resource/ResourceUtils.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Set spark.executor.cores to a multiple of spark.task.cpus.
package policies.cores.task_cpus_exceed_executor

deny contains {
	"at": "spark.task.cpus",
	"msg": $"a task takes {cpus} cores and an executor has {cores}: Spark does not start",
	"because": ["executor.cores"],
	"notes": ["spark.executor.cores"],
} if {
	input.written["spark.task.cpus"]
	cpus := input.conf["spark.task.cpus"]
	cpus > cores
}

cores := input.conf["spark.executor.cores"] if {
	not local
	input.written["spark.executor.cores"]
}

cores := input.facts.executor.cores if {
	not local
	input.unset["spark.executor.cores"]
}

# In local mode the cores are threads, whatever is written of executors.
cores := input.facts.executor.cores if local

local if input.job.cluster_manager == "local"
