# METADATA
# title: Executor larger than any standalone worker
# description: |
#   The standalone Master starts an executor on a worker that has its memory and all of its cores free. When no worker has
#   as much at all, it starts none: the application stays registered, and its driver repeats "Initial job has not accepted
#   any resources" until somebody ends it.
# related_resources:
#   - description: Spark standalone mode, SPARK_WORKER_MEMORY and SPARK_WORKER_CORES
#     ref: https://spark.apache.org/docs/latest/spark-standalone.html#cluster-launch-scripts
#   - description: org.apache.spark.deploy.master.Master.canLaunchExecutor, seen with a Master and a Worker of Spark 3.5.9
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/deploy/master/Master.scala
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [standalone]
#     profile: true
#   fix: Lower the executor's size to what a worker has, or raise SPARK_WORKER_MEMORY or SPARK_WORKER_CORES where the machine has more.
#   yields_to: [memory/executor_memory_no_unit]
package policies.standalone.executor_exceeds_worker

import data.policies.lib.heap

deny contains object.union(
	{
		"at": "executor.container_mib",
		"msg": $"an executor of {asked} MiB, and no worker has more than {room} MiB: the Master never starts one, and the job waits for ever",
		"because": ["executor.container_mib", "node.largest_mib"],
	},
	smaller,
) if {
	asked := input.facts.executor.container_mib
	room := input.facts.node.largest_mib
	asked > room
}

deny contains {
	"at": "executor.cores",
	"msg": $"an executor of {cores} cores, and no worker has more than {most}: the Master never starts one, and the job waits for ever",
	"because": ["executor.cores", "node.largest_vcores"],
	"set": {"spark.executor.cores": $"{floor(most)}"},
	"unsafe": true,
} if {
	cores := input.facts.executor.cores
	most := input.facts.node.largest_vcores
	cores > most
}

# A worker counts the heap alone. What it has is less than its machine where the
# profile does not say it.
default smaller := {}

smaller := {"set": {"spark.executor.memory": heap.exact(room)}, "unsafe": true} if {
	input.written["spark.executor.memory"]
	room := input.facts.node.allocatable_mib
	heap.starts(room)
}
