# METADATA
# title: Heartbeats without an interval
# description: |
#   Executors, and the driver for itself, report by a timer with the period spark.executor.heartbeatInterval. A timer takes no
#   period of 0: the application ends at its start with an IllegalArgumentException that says nothing of the setting.
# related_resources:
#   - description: Spark configuration, execution behavior
#     ref: https://spark.apache.org/docs/latest/configuration.html#execution-behavior
#   - description: Heartbeater, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/Heartbeater.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Leave the heartbeat interval at 10s.
package policies.correctness.heartbeat_not_positive

deny contains {
	"at": "spark.executor.heartbeatInterval",
	"msg": $"an interval of {interval}ms between heartbeats: Spark does not start unless it is above 0",
	"unset": ["spark.executor.heartbeatInterval"],
	"unsafe": true,
} if {
	interval := input.conf["spark.executor.heartbeatInterval"]
	interval <= 0
}
