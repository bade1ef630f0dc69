# METADATA
# title: Advisory partition size that is only an upper bound
# description: |
#   Adaptive execution merges shuffle partitions up to spark.sql.adaptive.advisoryPartitionSizeInBytes. While
#   coalescePartitions.parallelismFirst is true, its default, it keeps at least as many partitions as the default
#   parallelism (the cores of the job), so that a shuffle that is not large for the cluster gets smaller ones.
# related_resources:
#   - description: Spark SQL performance tuning, coalescing post shuffle partitions
#     ref: https://spark.apache.org/docs/latest/sql-performance-tuning.html#coalescing-post-shuffle-partitions
#   - description: CoalesceShufflePartitions, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/sql/core/src/main/scala/org/apache/spark/sql/execution/adaptive/CoalesceShufflePartitions.scala
# custom:
#   severity: info
#   since: 0.1.0
#   applies_to:
#     spark: {since: "3.2"}
#   fix: Set spark.sql.adaptive.coalescePartitions.parallelismFirst to false where partitions of that size matter more than using every core.
package policies.shuffle.aqe_advisory_ignored

deny contains {
	"at": "spark.sql.adaptive.advisoryPartitionSizeInBytes",
	"msg": $"{size} MiB are only the upper bound while coalescePartitions.parallelismFirst is true: shuffles below {size} MiB for each core are cut smaller",
	"because": ["cluster.slots_count"],
	"set": {"spark.sql.adaptive.coalescePartitions.parallelismFirst": "false"},
	"unsafe": true,
} if {
	input.written["spark.sql.adaptive.advisoryPartitionSizeInBytes"]
	size := round(input.conf["spark.sql.adaptive.advisoryPartitionSizeInBytes"] / 1048576)
	size > 64 # who lowers Spark's default wants smaller partitions
	input.conf["spark.sql.adaptive.enabled"]
	input.conf["spark.sql.adaptive.coalescePartitions.enabled"]
	input.unset["spark.sql.adaptive.coalescePartitions.parallelismFirst"]
	input.conf["spark.sql.adaptive.coalescePartitions.parallelismFirst"]
	input.unset["spark.sql.adaptive.coalescePartitions.minPartitionNum"]
}
