# METADATA
# title: Executor memory without a unit
# description: |
#   Spark reads a bare number for spark.executor.memory in two ways: as mebibytes when it sizes containers on YARN and
#   Kubernetes, and as bytes when the driver checks it against the minimum of 450 MiB. A small number fails the check, a
#   large one asks for containers that no node has.
# related_resources:
#   - description: UnifiedMemoryManager.getMaxMemory, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/memory/UnifiedMemoryManager.scala
#   - description: Spark configuration, application properties
#     ref: https://spark.apache.org/docs/latest/configuration.html#application-properties
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write the unit, such as 4096m or 4g.
package policies.memory.executor_memory_no_unit

deny contains {
	"at": "spark.executor.memory",
	"msg": $"Spark checks {number} as bytes against its minimum of 450 MiB and does not start",
	"set": mended,
} if {
	to_number(number) < minimum
}

deny contains {
	"at": "spark.executor.memory",
	"msg": $"Spark sizes containers for {number} MiB of heap: a bare number is MiB on {input.job.cluster_manager}",
	"set": mended,
} if {
	to_number(number) >= minimum
	input.job.cluster_manager in {"yarn", "kubernetes"}
}

# 450 MiB in bytes.
minimum := 471859200

number := trim_space(a.raw) if {
	some a in input.assignments
	a.name == "spark.executor.memory"
	a.effective
	regex.match(`^\s*[1-9]\d{0,14}\s*$`, a.raw)
}

# Nobody means so few bytes, or so many mebibytes.
mended := {"spark.executor.memory": concat("", [number, "m"])} if {
	to_number(number) < 1048576
} else := {"spark.executor.memory": $"{mebibytes}m"} if {
	to_number(number) >= minimum
	to_number(number) % 1048576 == 0
	mebibytes := to_number(number) / 1048576
} else := {}
