# METADATA
# title: Driver memory below Spark's minimum
# description: |
#   Spark sets 300 MiB of every heap aside and refuses to start with less than one and a half times as much, 450 MiB.
# related_resources:
#   - description: UnifiedMemoryManager.getMaxMemory, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/memory/UnifiedMemoryManager.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Raise spark.driver.memory to 512m or more.
#   yields_to: [memory/driver_memory_no_unit, memory/driver_memory_jvm_suffix]
package policies.memory.driver_below_minimum

deny contains {
	"at": "spark.driver.memory",
	"msg": $"{heap} MiB of heap for the driver: Spark refuses to start with less than 450",
} if {
	heap := floor(input.conf["spark.driver.memory"] / 1048576)
	heap < 449 # the JVM rounds up to 2 MiB
}
