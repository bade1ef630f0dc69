# METADATA
# title: Off-heap memory that no worker counts
# description: |
#   YARN and Kubernetes get a container in which there is room for spark.memory.offHeap.size. A standalone worker counts
#   spark.executor.memory and nothing else: it starts as many executors as have heaps that fit, and their off-heap memory
#   comes on top of what the machine was meant to give.
# related_resources:
#   - description: Spark configuration, memory management
#     ref: https://spark.apache.org/docs/latest/configuration.html#memory-management
# custom:
#   severity: info
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [standalone]
#   params:
#     overhead_mib:
#       default: 384
#       doc: memory beside the heap that a machine is expected to have for each executor anyway, in MiB
#   fix: Lower SPARK_WORKER_MEMORY by the off-heap memory of the executors on a worker, or use less of it.
package policies.memory.offheap_not_in_container

params := data.params.memory.offheap_not_in_container

deny contains {
	"at": "spark.memory.offHeap.size",
	"msg": $"a worker counts {heap} MiB for each executor, and not its {offheap} MiB off-heap: the machine has to have as much beside what its worker gives away",
	"because": ["executor.container_mib", "executor.offheap_mib"],
} if {
	input.written["spark.memory.offHeap.size"]
	input.written["spark.executor.memory"]
	offheap := input.facts.executor.offheap_mib
	offheap > params.overhead_mib
	heap := input.facts.executor.container_mib
}
