# METADATA
# title: Timeout shorter than its check
# description: |
#   The driver looks for lost executors every spark.network.timeoutInterval, 60s unless it is set. Spark does not
#   start when the timeout after which an executor counts as lost, spark.network.timeout unless
#   spark.storage.blockManagerHeartbeatTimeoutMs is set, is shorter than that.
# related_resources:
#   - description: Networking
#     ref: https://spark.apache.org/docs/latest/configuration.html#networking
#   - description: HeartbeatReceiver
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/HeartbeatReceiver.scala
# custom:
#   severity: error
#   since: 0.1.0
#   yields_to: [correctness/heartbeat_not_below_timeout]
#   fix: Raise the timeout to 60s at least, or set spark.network.timeoutInterval to no more than the timeout.
package policies.correctness.network_timeout_below_check

deny contains {
	"at": at(key),
	"msg": $"executors count as lost after {timeout / 1000}s, and the driver looks only every {check / 1000}s: Spark does not start",
	"notes": ["spark.network.timeoutInterval"],
} if {
	check := input.conf["spark.network.timeoutInterval"]
	some key, timeout in timeouts
	timeout < check
}

timeouts["spark.storage.blockManagerHeartbeatTimeoutMs"] := input.conf["spark.storage.blockManagerHeartbeatTimeoutMs"]

timeouts["spark.network.timeout"] := input.conf["spark.network.timeout"] if {
	input.unset["spark.storage.blockManagerHeartbeatTimeoutMs"]
}

at(key) := key if {
	input.written[key]
} else := "spark.network.timeoutInterval"
