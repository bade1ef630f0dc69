# METADATA
# title: Default parallelism, which SQL shuffles do not follow
# description: |
#   spark.default.parallelism is for RDD operations. Shuffles of DataFrames and SQL have spark.sql.shuffle.partitions
#   partitions, and 200 when nobody sets it.
# related_resources:
#   - description: Spark configuration, execution behavior
#     ref: https://spark.apache.org/docs/latest/configuration.html#execution-behavior
#   - description: Spark SQL performance tuning
#     ref: https://spark.apache.org/docs/latest/sql-performance-tuning.html
# custom:
#   severity: info
#   since: 0.1.0
#   applies_to:
#     complete: true
#   fix: Set spark.sql.shuffle.partitions as well, unless the job works on RDDs alone.
#   yields_to: [shuffle/partitions_below_slots]
package policies.shuffle.default_parallelism_without_shuffle_partitions

deny contains {
	"at": "spark.default.parallelism",
	"msg": $"{parallelism} applies to RDDs; shuffles of DataFrames and SQL still have {partitions} partitions",
	"because": ["shuffle.partitions_count"],
	"set": {"spark.sql.shuffle.partitions": $"{parallelism}"},
	"unsafe": true,
} if {
	input.written["spark.default.parallelism"]
	input.unset["spark.sql.shuffle.partitions"]
	input.unset["spark.sql.adaptive.coalescePartitions.initialPartitionNum"]
	parallelism := input.conf["spark.default.parallelism"]
	partitions := input.conf["spark.sql.shuffle.partitions"]
	parallelism != partitions
}
