# METADATA
# title: Shuffle partitions of hundreds of MiB
# description: |
#   Each partition of a shuffle is the work of one task. Adaptive execution merges partitions and splits skewed ones; it
#   makes no more of a shuffle whose partitions are all too large. Their tasks spill to disk what their share of memory does
#   not hold, run long, and start over whole when they fail. How much the largest shuffle writes is what the profile says; it
#   is advice where the profile says only what the job reads.
# related_resources:
#   - description: Spark SQL performance tuning, spark.sql.shuffle.partitions
#     ref: https://spark.apache.org/docs/latest/sql-performance-tuning.html#other-configuration-options
#   - description: EMR best practices, about 128 MB for a partition
#     ref: https://aws.github.io/aws-emr-best-practices/docs/bestpractices/Applications/Spark/best_practices
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     complete: true
#     profile: true
#   params:
#     maximum_mib:
#       default: 512
#       doc: most data in one partition, in MiB, where a task's share of memory is not less
#     target_mib:
#       default: 256
#       doc: data in one partition that the fix aims at, in MiB
#   fix: Raise spark.sql.shuffle.partitions until a partition has 128 to 256 MiB.
#   yields_to: [memory/executor_memory_no_unit, memory/execution_per_task_too_small]
package policies.shuffle.partition_too_large

params := data.params.shuffle.partition_too_large

deny contains object.union(
	{
		"at": "shuffle.partitions_count",
		"msg": $"each of {partitions} shuffle partitions has about {size} MiB{whose}, above {bound}: its task {consequence(size)} and starts over whole when it fails; about {needed} partitions have {target} MiB each",
		"because": ["shuffle.partition_mib"],
		"severity": severity,
	},
	mended(needed),
) if {
	size := input.facts.shuffle.partition_mib
	size > limit
	partitions := input.facts.shuffle.partitions_count
	target := min([params.target_mib, ceil(limit / 2)])
	needed := ceil((size * partitions) / target)

	# RDDs have partitions of their own, and a stream's run is one batch of many.
	not input.job.api == "rdd"
	not streams
}

streams if input.job.workload in {"dstreams", "streaming"}

limit := min([params.maximum_mib, for_a_task]) if {
	for_a_task > 0
} else := params.maximum_mib

for_a_task := input.facts.executor.execution_per_task_mib

bound := $"the {limit} MiB of memory that a task has" if {
	limit == for_a_task
} else := $"{limit} MiB"

consequence(size) := "spills to disk, runs long" if {
	size > for_a_task
} else := "runs long"

# What is read is no measure of what is shuffled.
default severity := "info"

severity := "warning" if input.facts.shuffle.size_bytes

default whose := ", if the job shuffles what it reads"

whose := "" if input.facts.shuffle.size_bytes

# Adaptive execution may have a number of its own.
mended(needed) := {"set": {"spark.sql.shuffle.partitions": $"{needed}"}, "unsafe": true} if {
	not input.written["spark.sql.adaptive.coalescePartitions.initialPartitionNum"]
} else := {}
