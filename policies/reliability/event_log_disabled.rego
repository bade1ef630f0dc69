# METADATA
# title: No event log
# description: |
#   Without spark.eventLog.enabled an application leaves nothing behind that the history server could show: its UI ends
#   with the driver. Why a run failed or was slow last night can then only be guessed from text logs. Spark's default is
#   false; managed platforms keep histories of their own.
# related_resources:
#   - description: Viewing after the fact
#     ref: https://spark.apache.org/docs/latest/monitoring.html#viewing-after-the-fact
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#   fix: Set spark.eventLog.enabled to true, and spark.eventLog.dir to a directory that the history server reads.
package policies.reliability.event_log_disabled

deny contains {
	"at": "spark.eventLog.enabled",
	"msg": "spark.eventLog.enabled=false: the history server has nothing to show of a run that failed",
	"set": {"spark.eventLog.enabled": "true"},
	"unsafe": true,
} if {
	input.written["spark.eventLog.enabled"]
	input.conf["spark.eventLog.enabled"] == false
	unrecorded
}

# Another file may set it.
deny contains {
	"msg": "spark.eventLog.enabled is not set here, and others wait for this job: the history server has nothing to show of a run that failed",
	"severity": "info",
} if {
	input.unset["spark.eventLog.enabled"]
	input.job.production
	unrecorded
}

# No platform that keeps a history of its own.
default unrecorded := true

unrecorded := input.job.platform in {"yarn", "k8s", "standalone", "emr-eks"}
