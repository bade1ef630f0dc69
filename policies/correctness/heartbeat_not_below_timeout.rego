# METADATA
# title: Heartbeats too far apart
# description: |
#   Executors report to the driver every spark.executor.heartbeatInterval, and are taken for lost after
#   spark.network.timeout without a report. Spark does not start unless the first is below the second.
# related_resources:
#   - description: Networking
#     ref: https://spark.apache.org/docs/latest/configuration.html#networking
#   - description: SparkConf.validateSettings
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/SparkConf.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Leave the heartbeat interval at 10s, and keep the timeout well above it.
package policies.correctness.heartbeat_not_below_timeout

deny contains {
	"at": at,
	"msg": $"executors report every {interval / 1000}s and count as lost after {timeout / 1000}s: Spark does not start unless the timeout is longer",
	"notes": [key | key := "spark.network.timeout"; key != at],
} if {
	interval := input.conf["spark.executor.heartbeatInterval"]
	timeout := input.conf["spark.network.timeout"]
	timeout <= interval
}

at := "spark.executor.heartbeatInterval" if {
	input.written["spark.executor.heartbeatInterval"]
} else := "spark.network.timeout"
