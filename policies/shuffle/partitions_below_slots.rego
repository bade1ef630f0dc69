# METADATA
# title: Fewer shuffle partitions than task slots
# description: |
#   A SQL shuffle has spark.sql.shuffle.partitions partitions, 200 unless somebody wrote another number, and one task reads
#   each. Adaptive execution merges partitions and splits skewed ones; it makes no more of them. With fewer partitions than
#   slots, the rest of the executors waits in every stage that reads a shuffle.
# related_resources:
#   - description: Spark SQL performance tuning
#     ref: https://spark.apache.org/docs/latest/sql-performance-tuning.html
#   - description: Tuning Spark, level of parallelism
#     ref: https://spark.apache.org/docs/latest/tuning.html#level-of-parallelism
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#     complete: true
#   fix: Set spark.sql.shuffle.partitions to two or three times the number of slots.
package policies.shuffle.partitions_below_slots

deny contains object.union(
	{
		"at": "shuffle.partitions_count",
		"msg": $"{partitions} shuffle partitions for {slots} task slots: in every stage after a SQL shuffle {idle} slots have nothing to do",
		"because": ["shuffle.partitions_count", "cluster.slots_count"],
	},
	mended(slots),
) if {
	partitions := input.facts.shuffle.partitions_count
	slots := input.facts.cluster.slots_count
	partitions < slots
	idle := slots - partitions

	# Dynamic allocation does not ask for executors that have no task.
	input.conf["spark.dynamicAllocation.enabled"] == false
}

# Two rounds of tasks. Adaptive execution may have a number of its own.
mended(slots) := {"set": {"spark.sql.shuffle.partitions": $"{2 * slots}"}, "unsafe": true} if {
	not input.written["spark.sql.adaptive.coalescePartitions.initialPartitionNum"]
} else := {}
