# METADATA
# title: Messages smaller than what Spark sends in them
# description: |
#   MapOutputTrackerMaster sends the places of a shuffle's outputs in one message, up to
#   spark.shuffle.mapOutput.minSizeForBroadcast (512k), and lets no application start in which spark.rpc.message.maxSize, in MiB,
#   is less than that.
# related_resources:
#   - description: Spark configuration, networking
#     ref: https://spark.apache.org/docs/latest/configuration.html#networking
#   - description: MapOutputTracker, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/MapOutputTracker.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Leave spark.rpc.message.maxSize at 128.
package policies.correctness.rpc_message_too_small

deny contains {
	"at": "spark.rpc.message.maxSize",
	"msg": $"messages of {most} MiB at most, and Spark sends {floor(sent / 1024)} KiB in one: it does not start",
	"unset": ["spark.rpc.message.maxSize"],
	"unsafe": true,
} if {
	input.written["spark.rpc.message.maxSize"]
	most := input.conf["spark.rpc.message.maxSize"]
	sent := input.conf["spark.shuffle.mapOutput.minSizeForBroadcast"]
	sent > most * 1048576
}
