# METADATA
# title: Little memory for each Python worker
# description: |
#   Spark divides spark.executor.pyspark.memory by the executor's cores and gives each Python worker its share as a limit of
#   its address space (RLIMIT_AS). That counts every library that is mapped, used or not: with too little, imports of
#   NumPy or PyArrow fail with MemoryError, "failed to map segment from shared object" or a crash of the worker.
# related_resources:
#   - description: Spark configuration, spark.executor.pyspark.memory
#     ref: https://spark.apache.org/docs/latest/configuration.html#application-properties
#   - description: PythonRunner, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/api/python/PythonRunner.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#   params:
#     minimum_mib:
#       default: 256
#       doc: least address space that a Python worker should have, in MiB
#   fix: Raise spark.executor.pyspark.memory, or take executors with fewer cores.
package policies.pyspark.worker_memory_tiny

params := data.params.pyspark.worker_memory_tiny

deny contains {
	"at": "spark.executor.pyspark.memory",
	"msg": $"{all} MiB for {cores} cores are {floor(all / cores)} MiB of address space for each Python worker; below {params.minimum_mib} MiB imports of NumPy or PyArrow may fail",
	"because": ["executor.cores"],
} if {
	all := floor(input.conf["spark.executor.pyspark.memory"] / 1048576)
	all > 0
	cores := input.facts.executor.cores
	all / cores < params.minimum_mib
}
