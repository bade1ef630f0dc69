# METADATA
# title: Size in the wrong unit
# description: |
#   A size without a unit counts in the unit of its key, which is bytes for some keys and MiB or KiB for others. A
#   number that is too small by a factor of a million, or too large by it, was written for the other kind.
# related_resources:
#   - description: Spark configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html#spark-properties
#   - description: How Spark reads sizes and durations
#     ref: https://github.com/apache/spark/blob/v3.5.1/common/utils/src/main/java/org/apache/spark/network/util/JavaUtils.java
# custom:
#   severity: warning
#   since: 0.1.0
#   params:
#     fewest_bytes:
#       default: 65536
#       doc: fewest bytes that a large size can sensibly have
#     large:
#       default:
#         - spark.driver.maxResultSize
#         - spark.files.maxPartitionBytes
#         - spark.memory.offHeap.size
#         - spark.network.maxRemoteBlockSizeFetchToMem
#         - spark.sql.adaptive.advisoryPartitionSizeInBytes
#         - spark.sql.adaptive.autoBroadcastJoinThreshold
#         - spark.sql.adaptive.coalescePartitions.minPartitionSize
#         - spark.sql.adaptive.shuffle.targetPostShuffleInputSize
#         - spark.sql.adaptive.skewJoin.skewedPartitionThresholdInBytes
#         - spark.sql.autoBroadcastJoinThreshold
#         - spark.sql.files.maxPartitionBytes
#         - spark.sql.maxSinglePartitionBytes
#       doc: settings in bytes that are mebibytes and more in practice
#   fix: Write the unit, as in 10m or 1g.
package policies.correctness.size_unit_mixup

params := data.params.correctness.size_unit_mixup

deny contains {
	"at": a.name,
	"msg": $"{a.key}={a.raw} is {a.raw} bytes: without a unit the number counts bytes",
	"set": {a.name: $"{n}m"},
	"unsafe": true,
} if {
	some a, n in bare
	input.keys[a.key].unit == "B"
	a.name in params.large
	n > 1
	n < params.fewest_bytes
}

deny contains {
	"at": a.name,
	"msg": $"{a.key}={a.raw} is {a.raw} {unit}: without a unit the number counts {unit}, and {n} bytes are {bytes(n)}",
	"set": {a.name: bytes(n)},
	"unsafe": true,
} if {
	some a, n in bare
	unit := input.keys[a.key].unit
	unit in {"KiB", "MiB"}
	n >= 1048576

	# The rules about heaps speak of these.
	not a.name in {"spark.driver.memory", "spark.executor.memory"}
}

bare[a] := to_number(a.raw) if {
	some a in input.assignments
	a.effective
	regex.match(`^[0-9]{1,18}$`, a.raw)
	input.keys[a.key].type == "bytes"
	not input.invalid[a.name]
}

bytes(n) := $"{floor(n / 1048576)}m"
