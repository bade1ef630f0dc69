# METADATA
# title: Event log on the driver's own disk
# description: |
#   Spark takes a spark.eventLog.dir without a scheme for a local one, file:/..., also where the default file system is
#   HDFS. In cluster mode the driver runs in a container: the directory is missing there, and the application ends at
#   start, or the log is lost with the container.
# related_resources:
#   - description: Viewing after the fact
#     ref: https://spark.apache.org/docs/latest/monitoring.html#viewing-after-the-fact
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes]
#     deploy_modes: [cluster]
#   params:
#     shared:
#       default: '^/(mnt|nfs|efs|dbfs|gcs|shared|Volumes)(/|$)'
#       doc: pattern of local paths that are mounts of shared storage
#   fix: Write the scheme, as in hdfs:///spark-history or s3a://logs/spark-history.
package policies.reliability.event_log_dir_local

import data.policies.lib.kubernetes_volumes

params := data.params.reliability.event_log_dir_local

deny contains {
	"at": "spark.eventLog.dir",
	"msg": $"the event log is written to {directory} of the driver's container, where it is missing or lost with the container",
} if {
	input.conf["spark.eventLog.enabled"]
	input.written["spark.eventLog.dir"]
	directory := input.conf["spark.eventLog.dir"]
	path := local(directory)
	not regex.match(params.shared, path)
	not mounted(path)
	not input.written["spark.kubernetes.driver.podTemplateFile"]
}

# The path of a directory on the driver's disk.
local(directory) := trim_prefix(directory, "file:") if {
	startswith(directory, "file:/")
	not startswith(directory, "file://")
} else := trim_prefix(directory, "file://") if {
	startswith(directory, "file://")
} else := directory if not contains(directory, ":")

# A volume may outlive the pod, or be shared.
mounted(path) if {
	some v in kubernetes_volumes.volumes
	v.role == "driver"
	startswith(path, v.options["mount.path"].raw)
}
