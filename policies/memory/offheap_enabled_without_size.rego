# METADATA
# title: Off-heap memory enabled without a size
# description: |
#   spark.memory.offHeap.enabled needs spark.memory.offHeap.size, whose default is 0. Spark counts it in whole mebibytes
#   and does not start with less than one, in local mode neither.
# related_resources:
#   - description: Spark configuration, memory management
#     ref: https://spark.apache.org/docs/latest/configuration.html#memory-management
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Set spark.memory.offHeap.size, or leave off-heap memory off.
package policies.memory.offheap_enabled_without_size

deny contains {
	"at": "spark.memory.offHeap.enabled",
	"msg": "off-heap memory is enabled and spark.memory.offHeap.size is 0, its default: Spark does not start",
} if {
	input.conf["spark.memory.offHeap.enabled"]
	input.unset["spark.memory.offHeap.size"]
}

deny contains {
	"at": "spark.memory.offHeap.size",
	"msg": $"off-heap memory is enabled with {size} bytes: Spark does not start with less than 1 MiB",
	"notes": ["spark.memory.offHeap.enabled"],
} if {
	input.conf["spark.memory.offHeap.enabled"]
	input.written["spark.memory.offHeap.size"]
	size := input.conf["spark.memory.offHeap.size"]
	size < 1048576
}
