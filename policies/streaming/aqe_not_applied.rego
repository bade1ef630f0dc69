# METADATA
# title: Adaptive execution counted on in a streaming job
# description: |
#   StreamExecution switches spark.sql.adaptive.enabled off for queries that keep state: their rows are spread over the
#   state stores by spark.sql.shuffle.partitions, and that number must not change. Nothing merges small partitions, so
#   every micro-batch runs a task for each of them, 200 unless somebody wrote another number. Until Spark 4.1 queries
#   without state are treated the same.
# related_resources:
#   - description: Structured Streaming, additional information
#     ref: https://spark.apache.org/docs/latest/streaming/additional-information.html
#   - description: StreamExecution, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/sql/core/src/main/scala/org/apache/spark/sql/execution/streaming/StreamExecution.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     workloads: [streaming]
#   params:
#     rounds: {default: 4, doc: most rounds in which the slots should work off the partitions of one micro-batch}
#   fix: Before the first start, set spark.sql.shuffle.partitions to one to three times the number of slots; the checkpoint keeps it.
package policies.streaming.aqe_not_applied

import data.policies.lib.assignment
import data.policies.lib.streaming

params := data.params.streaming.aqe_not_applied

deny contains object.union(milder, answer)

# A setting of the job that cannot do what it says, or the default, which another file may change.
answer := {
	"at": wanted[0].id,
	"msg": $"{assignment.said(wanted[0])} is not heeded in queries that keep state: each micro-batch runs all {partitions} partitions as they are",
	"unset": [a.name | some a in wanted],
	"unsafe": true,
} if {
	input.conf["spark.sql.adaptive.enabled"]
	count(wanted) > 0
	partitions := input.conf["spark.sql.shuffle.partitions"]
} else := {
	"msg": $"spark.sql.shuffle.partitions is not set here, and queries that keep state run without adaptive execution: each micro-batch runs {partitions} tasks a shuffle on {slots} slots, {rounds} rounds",
	"because": ["cluster.slots_count"],
	"severity": "info",
} if {
	input.unset["spark.sql.shuffle.partitions"]
	partitions := input.conf["spark.sql.shuffle.partitions"]
	slots := input.facts.cluster.slots_count
	rounds := ceil(partitions / slots)
	rounds > params.rounds
}

wanted := [a |
	some a in input.assignments
	a.effective
	a.name in {"spark.sql.adaptive.enabled", "spark.sql.adaptive.coalescePartitions.enabled", "spark.sql.adaptive.coalescePartitions.initialPartitionNum"}
	assignment.own(a)
]

# Whether any query keeps state is mostly not to be seen.
default milder := {"severity": "info"}

milder := {} if streaming.stateful
