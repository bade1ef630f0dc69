# METADATA
# title: Disk that shuffle files do not reach
# description: |
#   Executors keep shuffle and spill files in the volumes whose names begin with spark-local-dir-. Where none does, Spark
#   makes an emptyDir of its own on the node's disk (LocalDirsFeatureStep), and a claim that is made for each executor
#   and deleted with it stays empty.
# related_resources:
#   - description: Local storage
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#local-storage
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#     complete: true
#   fix: Name the volume spark-local-dir-1.
package policies.kubernetes.local_dir_volume_name

import data.policies.lib.kubernetes_volumes

deny contains {
	"at": kubernetes_volumes.first(v.options),
	"msg": $"each executor gets a disk of its own at {path}, and its shuffle files go to the node's: only volumes named spark-local-dir-… hold them",
	"rename": {a.key: replace(a.key, $".persistentVolumeClaim.{v.name}.", ".persistentVolumeClaim.spark-local-dir-1.") | some a in v.options},
	"unsafe": true,
} if {
	input.unset["spark.local.dir"]
	input.unset["spark.kubernetes.executor.podTemplateFile"]
	some v in disks
	count(disks) == 1
	path := v.options["mount.path"].raw
	count(scratch) == 0
}

# Claims that Spark makes for an executor.
disks contains v if {
	some v in kubernetes_volumes.volumes
	v.role == "executor"
	v.type == "persistentVolumeClaim"
	contains(v.options["options.claimName"].raw, "OnDemand")
}

scratch contains v if {
	some v in kubernetes_volumes.volumes
	v.role == "executor"
	kubernetes_volumes.scratch(v.name)
}
