# METADATA
# title: Result limit as large as the driver's heap
# description: |
#   spark.driver.maxResultSize stops a collect() before it kills the driver. It counts serialized bytes; once they are
#   unpacked, rows take more. A limit near or above the driver's heap stops nothing: the driver runs out of memory first.
# related_resources:
#   - description: Spark configuration, application properties
#     ref: https://spark.apache.org/docs/latest/configuration.html#application-properties
#   - description: TaskSetManager.canFetchMoreResults, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/scheduler/TaskSetManager.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   params:
#     advised_share:
#       default: 0.5
#       doc: largest share of the driver's heap that the limit should be
#   fix: Lower spark.driver.maxResultSize to half of the driver's heap or less, or raise spark.driver.memory.
#   yields_to: [memory/driver_memory_no_unit, memory/driver_memory_jvm_suffix]
package policies.memory.max_result_exceeds_driver

params := data.params.memory.max_result_exceeds_driver

deny contains {
	"at": "spark.driver.maxResultSize",
	"msg": $"{limit} MiB of results may come to a driver with {heap} MiB of heap: it runs out of memory before the limit stops them",
	"because": ["driver.heap_mib"],
	"set": {"spark.driver.maxResultSize": $"{floor(heap / 2)}m"},
	"unsafe": true,
} if {
	limit >= heap
}

deny contains {
	"at": "spark.driver.maxResultSize",
	"msg": $"{limit} MiB of serialized results are {percent}% of the driver's heap of {heap} MiB; unpacked they may not fit",
	"because": ["driver.heap_mib"],
	"set": {"spark.driver.maxResultSize": $"{floor(heap / 2)}m"},
	"unsafe": true,
	"severity": "info",
} if {
	limit < heap
	limit > params.advised_share * heap
	percent := round((100 * limit) / heap)
}

limit := round(input.conf["spark.driver.maxResultSize"] / 1048576) if input.written["spark.driver.maxResultSize"]

# A default heap counts only where nobody can have written another.
heap := input.facts.driver.heap_mib if input.written["spark.driver.memory"]

heap := input.facts.driver.heap_mib if input.unset["spark.driver.memory"]
