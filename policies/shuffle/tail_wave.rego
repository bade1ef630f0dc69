# METADATA
# title: A last round for a few shuffle partitions
# description: |
#   The slots of a job of fixed size work off a shuffle's partitions in rounds. When a few partitions are left for the last
#   of few rounds, most slots wait for them. Adaptive execution changes the number where it merges partitions; where that
#   is off, a multiple of the slots leaves none waiting. Tasks that differ much in length hide the rounds.
# related_resources:
#   - description: EMR best practices, shuffle partitions as a multiple of cores
#     ref: https://aws.github.io/aws-emr-best-practices/docs/bestpractices/Applications/Spark/best_practices
#   - description: Tuning Spark, level of parallelism
#     ref: https://spark.apache.org/docs/latest/tuning.html#level-of-parallelism
# custom:
#   severity: info
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#     complete: true
#   params:
#     most_rounds:
#       default: 4
#       doc: rounds above which the last one weighs little
#     least_share:
#       default: 0.5
#       doc: least share of the slots that the last round should keep busy
#   fix: Set spark.sql.shuffle.partitions to a multiple of the number of slots.
#   yields_to: [shuffle/partition_too_large, cores/executors_exceed_cluster, cores/executor_count_defaulted]
package policies.shuffle.tail_wave

params := data.params.shuffle.tail_wave

deny contains {
	"at": "shuffle.partitions_count",
	"msg": $"{partitions} shuffle partitions on {slots} slots take {rounds} rounds, and the last keeps {percent}% of them busy; {rounds * slots} partitions fill it",
	"because": ["stage.waves", "stage.tail_ratio", "cluster.slots_count"],
	"set": {"spark.sql.shuffle.partitions": $"{rounds * slots}"},
	"unsafe": true,
} if {
	input.facts.dynamic_allocation.enabled == false
	as_written
	rounds := input.facts.stage.waves
	rounds > 1
	rounds <= params.most_rounds
	share := input.facts.stage.tail_ratio
	share < params.least_share
	percent := round(100 * share)
	partitions := input.facts.shuffle.partitions_count
	slots := input.facts.cluster.slots_count
}

# Nothing merges partitions.
as_written if input.conf["spark.sql.adaptive.enabled"] == false

as_written if input.conf["spark.sql.adaptive.coalescePartitions.enabled"] == false
