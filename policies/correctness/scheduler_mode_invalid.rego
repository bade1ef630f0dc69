# METADATA
# title: A scheduler mode that Spark does not know
# description: |
#   spark.scheduler.mode is FIFO or FAIR, in any case. NONE stands in the same enumeration, and is refused all the same when the
#   scheduler makes its pools.
# related_resources:
#   - description: Job scheduling, within an application
#     ref: https://spark.apache.org/docs/latest/job-scheduling.html#scheduling-within-an-application
#   - description: TaskSchedulerImpl, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/scheduler/TaskSchedulerImpl.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write FIFO or FAIR.
package policies.correctness.scheduler_mode_invalid

import data.policies.lib.value_text

deny contains {
	"at": "spark.scheduler.mode",
	"msg": $"the scheduler's mode is FIFO or FAIR, and not {mode}: Spark does not start",
} if {
	mode := input.conf["spark.scheduler.mode"]
	not upper(mode) in {"FIFO", "FAIR"}
	not value_text.spoilt(mode)
	not value_text.token(mode)
}
