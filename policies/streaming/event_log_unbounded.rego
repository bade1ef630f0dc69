# METADATA
# title: One event log for a job without end
# description: |
#   Without spark.eventLog.rolling.enabled an application writes one file, which grows as long as it runs. The history
#   server reads it whole, and only a rolling log can be compacted. Rolling is the default from Spark 4.0 on.
# related_resources:
#   - description: Monitoring, applying compaction on rolling event log files
#     ref: https://spark.apache.org/docs/latest/monitoring.html#applying-compaction-on-rolling-event-log-files
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     workloads: [streaming, dstreams, sql-service]
#     complete: true
#   fix: Set spark.eventLog.rolling.enabled to true, and spark.history.fs.eventLog.rolling.maxFilesToRetain on the history server.
package policies.streaming.event_log_unbounded

deny contains {
	"at": at,
	"msg": "the job runs on and on, and its event log is one file that grows with every batch or query: the history server has to read it whole",
	"set": {"spark.eventLog.rolling.enabled": "true"},
	"unsafe": true,
} if {
	input.conf["spark.eventLog.enabled"]
	input.conf["spark.eventLog.rolling.enabled"] == false
}

at := "spark.eventLog.rolling.enabled" if {
	input.written["spark.eventLog.rolling.enabled"]
} else := "spark.eventLog.enabled"
