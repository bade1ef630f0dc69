# METADATA
# title: Broadcast threshold too large for the driver
# description: |
#   A broadcast join collects the small table on the driver, where it is decompressed and built into a hash relation
#   before it goes to the executors. The threshold is compared with the size of the files, which is several times
#   smaller.
# related_resources:
#   - description: Performance tuning
#     ref: https://spark.apache.org/docs/latest/sql-performance-tuning.html
# custom:
#   severity: warning
#   since: 0.1.0
#   params:
#     expansion:
#       default: 3
#       doc: how many times larger a table is on the driver than in its files
#   yields_to: [memory/driver_memory_no_unit, memory/driver_below_minimum]
#   fix: Lower spark.sql.autoBroadcastJoinThreshold, or give the driver more memory.
package policies.sql.broadcast_threshold_exceeds_driver

params := data.params.sql.broadcast_threshold_exceeds_driver

deny contains {
	"at": "spark.sql.autoBroadcastJoinThreshold",
	"msg": $"a table of {threshold} MiB is broadcast, which takes about {threshold * params.expansion} MiB on the driver; its heap is {heap} MiB",
	"because": ["driver.heap_mib"],
	"set": {"spark.sql.autoBroadcastJoinThreshold": $"{floor(heap / 10)}m"},
	"unsafe": true,
} if {
	threshold := floor(input.conf["spark.sql.autoBroadcastJoinThreshold"] / 1048576)
	heap := input.facts.driver.heap_mib
	threshold * params.expansion > heap
}
