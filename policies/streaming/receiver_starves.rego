# METADATA
# title: No core left beside a receiver
# description: |
#   A receiver of DStreams is a task that never ends and holds its core. With a single slot in the whole application it
#   takes the only one: data is received and stored, and no batch is ever processed. Streams without receivers, as those
#   that read Kafka directly, do not suffer from this.
# related_resources:
#   - description: Spark Streaming, input DStreams and receivers
#     ref: https://spark.apache.org/docs/latest/streaming-programming-guide.html#input-dstreams-and-receivers
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     workloads: [dstreams]
#   fix: Give the application more slots than it has receivers, as with local[2] or a second core.
package policies.streaming.receiver_starves

import data.policies.lib.assignment

deny contains object.union(answer, mending) if {
	input.facts.cluster.slots_count == 1
}

# Settings of receivers show that there is one.
answer := {
	"at": "cluster.slots_count",
	"msg": $"one task slot in all, and the receiver that {assignment.named(receiving[0])} is for holds it: no batch is ever processed",
	"because": ["cluster.slots_count"],
} if {
	count(receiving) > 0
} else := {
	"at": "cluster.slots_count",
	"msg": "one task slot in all: a receiver would hold it, and no batch would be processed",
	"because": ["cluster.slots_count"],
	"severity": "info",
}

receiving := [a |
	some a in input.assignments
	regex.match(`^spark\.streaming\.(receiver\.|blockInterval$)`, a.name)
	assignment.own(a)
]

default mending := {}

mending := {"set": {"spark.master": "local[2]"}, "unsafe": true} if {
	input.written["spark.master"]
	input.job.cluster_manager == "local"
}
