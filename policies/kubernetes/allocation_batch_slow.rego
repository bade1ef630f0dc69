# METADATA
# title: Executors asked for in small batches
# description: |
#   Spark asks Kubernetes for spark.kubernetes.allocation.batch.size executors at a time and then waits for
#   batch.delay (ExecutorPodsAllocator). A batch is 5 executors before Spark 4.0, 10 before 4.2 and 20 since, so that a
#   large job waits minutes for its last executor, however many nodes are free.
# related_resources:
#   - description: Spark properties of Kubernetes
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#spark-properties
# custom:
#   severity: info
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#   params:
#     patience_s:
#       default: 60
#       doc: seconds that may pass until the last executor is asked for
#   fix: Raise spark.kubernetes.allocation.batch.size.
package policies.kubernetes.allocation_batch_slow

params := data.params.kubernetes.allocation_batch_slow

deny contains {
	"at": at,
	"msg": $"{executors} executors are asked for {batch} at a time, every {delay / 1000} s: the last ones after {seconds} s",
	"because": ["executors.initial_count"],
	"set": {"spark.kubernetes.allocation.batch.size": $"{ceil((executors * delay) / (1000 * params.patience_s))}"},
	"unsafe": true,
} if {
	executors := input.facts.executors.initial_count
	batch := input.conf["spark.kubernetes.allocation.batch.size"]
	delay := input.conf["spark.kubernetes.allocation.batch.delay"]
	batch > 0
	seconds := floor(((ceil(executors / batch) - 1) * delay) / 1000)
	seconds > params.patience_s
}

at := "spark.kubernetes.allocation.batch.size" if {
	input.written["spark.kubernetes.allocation.batch.size"]
} else := "executors.initial_count"
