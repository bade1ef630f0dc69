# METADATA
# title: Executor failures of a lifetime
# description: |
#   Spark on YARN counts executors that fail, and ends the application when there were twice as many as it has executors,
#   and at least three. Unless failuresValidityInterval is written, none is ever forgotten: a job that runs for months gets
#   there by machines that are replaced.
# related_resources:
#   - description: Running Spark on YARN, Spark properties
#     ref: https://spark.apache.org/docs/latest/running-on-yarn.html#spark-properties
#   - description: org.apache.spark.deploy.ExecutorFailureTracker, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/deploy/ExecutorFailureTracker.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn]
#     workloads: [streaming, dstreams, sql-service]
#     complete: true
#   params:
#     plenty: {default: 1000, doc: failures that even a job without end never has}
#   fix: Set spark.executor.failuresValidityInterval, before Spark 3.5 spark.yarn.executor.failuresValidityInterval, for example to 1h.
package policies.yarn.executor_failures_accumulate

params := data.params.yarn.executor_failures_accumulate

deny contains {
	"at": "yarn.max_executor_failures_count",
	"msg": $"the application ends when {failures} executors have failed, and a job without end forgets none of them",
	"because": ["yarn.max_executor_failures_count"],
	"set": {interval: "1h"},
	"unsafe": true,
} if {
	input.unset["spark.executor.failuresValidityInterval"]
	every a in input.assignments { a.name != older }
	failures := input.facts.yarn.max_executor_failures_count
	failures < params.plenty
}

# The name before Spark 3.5, where it is a setting of its own.
older := "spark.yarn.executor.failuresValidityInterval"

default interval := "spark.executor.failuresValidityInterval"

interval := older if {
	[major, minor] := [to_number(n) | some n in split(input.job.spark_release, ".")]
	[major, minor] < [3, 5]
}
