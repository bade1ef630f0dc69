# METADATA
# title: Event log without a directory
# description: |
#   Spark writes event logs to spark.eventLog.dir and does not make that directory. Where nobody set it, it is
#   file:/tmp/spark-events on the driver's machine or in its container, and without that directory the application ends
#   at start with a FileNotFoundException.
# related_resources:
#   - description: Viewing after the fact
#     ref: https://spark.apache.org/docs/latest/monitoring.html#viewing-after-the-fact
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     complete: true
#   fix: Set spark.eventLog.dir to a directory that exists and that the history server reads.
package policies.reliability.event_log_dir_missing

deny contains {
	"at": "spark.eventLog.enabled",
	"msg": $"event logs go to {directory}, Spark's default: unless the driver finds that directory, the application ends at start",
} if {
	input.conf["spark.eventLog.enabled"]
	input.unset["spark.eventLog.dir"]
	directory := input.conf["spark.eventLog.dir"]
}
