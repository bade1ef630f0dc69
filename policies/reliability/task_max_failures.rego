# METADATA
# title: Tasks are hardly retried
# description: |
#   Spark runs a failing task again until it has failed spark.task.maxFailures times, by default 4. With 1, the first
#   lost node, preempted container or network timeout fails the whole job. Where shuffle files are lost, the stage runs
#   again, spark.stage.maxConsecutiveAttempts times in a row and by default 4.
# related_resources:
#   - description: Scheduling
#     ref: https://spark.apache.org/docs/latest/configuration.html#scheduling
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#   params:
#     minimum:
#       default: 3
#       doc: fewest attempts that ride out a lost node
#   fix: Delete the setting, or use at least the default of 4; make the write idempotent if retries are what it was meant to prevent.
package policies.reliability.task_max_failures

params := data.params.reliability.task_max_failures

deny contains {
	"at": "spark.task.maxFailures",
	"msg": $"a task that fails {failures} time(s) fails the job; losing one node can be enough, and Spark's default is 4",
	"set": {"spark.task.maxFailures": "4"},
	"unsafe": true,
} if {
	failures := input.conf["spark.task.maxFailures"]
	failures < params.minimum
}

deny contains {
	"at": "spark.stage.maxConsecutiveAttempts",
	"msg": $"a stage whose shuffle files are lost {attempts} time(s) in a row fails the job, sooner than by Spark's default of 4",
	"severity": "info",
	"unset": ["spark.stage.maxConsecutiveAttempts"],
	"unsafe": true,
} if {
	attempts := input.conf["spark.stage.maxConsecutiveAttempts"]
	attempts < 4
}
