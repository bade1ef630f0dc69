# METADATA
# title: Python on Kubernetes in client mode, with the overhead of a JVM
# description: |
#   In cluster mode Spark gives the pods of a Python application 40% of the heap as overhead, for the Python workers that
#   run beside the JVM. In client mode it does not: executors get 10%, and the pods are killed (OOMKilled, exit code 137)
#   once the workers need more.
# related_resources:
#   - description: Running Spark on Kubernetes, configuration
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#spark-properties
#   - description: BasicDriverFeatureStep, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/resource-managers/kubernetes/core/src/main/scala/org/apache/spark/deploy/k8s/features/BasicDriverFeatureStep.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#     deploy_modes: [client]
#     languages: [python]
#     complete: true
#   fix: Set spark.executor.memoryOverheadFactor to 0.4, or spark.executor.memoryOverhead to what the Python workers need.
package policies.memory.python_overhead_client_k8s

deny contains object.union(
	{
		"at": "spark.executor.memory",
		"msg": $"in client mode the executors of a Python application get {overhead} MiB of overhead on {heap} MiB of heap; in cluster mode Spark would give them {cluster}",
		"because": ["executor.overhead_mib", "executor.container_mib"],
	},
	mended,
) if {
	input.unset["spark.executor.memoryOverhead"]
	input.unset["spark.executor.memoryOverheadFactor"]
	input.unset["spark.kubernetes.memoryOverheadFactor"]
	overhead := input.facts.executor.overhead_mib
	heap := input.facts.executor.heap_mib
	cluster := floor(0.4 * heap)
	overhead < cluster
}

# Older releases do not know the factor.
mended := {"set": {"spark.executor.memoryOverheadFactor": "0.4"}, "unsafe": true} if {
	input.conf["spark.executor.memoryOverheadFactor"]
} else := {}
