# METADATA
# title: Volume that no pod can have
# description: |
#   Spark mounts the types emptyDir, hostPath, persistentVolumeClaim and nfs (since 3.1), spelled so. The API server asks
#   that the volumes of a pod have names of their own, each a DNS label, and are mounted at paths of their own. A
#   read-only mark is true or false. Spark 4.0 brought subPathExpr, which excludes subPath.
# related_resources:
#   - description: Using Kubernetes volumes
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#using-kubernetes-volumes
#   - description: Kubernetes API, Volume
#     ref: https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#   fix: Give the volume a type that Spark mounts, a name and a path of its own.
package policies.kubernetes.volume_invalid

import data.policies.lib.kubernetes_volumes

types contains type if some type in ["emptyDir", "hostPath", "persistentVolumeClaim"]
types contains "nfs" if not input.job.spark_release == "3.0"

deny contains object.union(
	{
		"at": kubernetes_volumes.first(v.options),
		"msg": $"Spark has no volumes of type {v.type}, and refuses to build the {v.role}'s pod",
	},
	mended(v.type, v.options),
) if {
	some v in kubernetes_volumes.volumes
	not v.type in types
}

deny contains {
	"at": v.options["mount.path"].id,
	"msg": $"the {v.role}'s volumes {other.name} and {v.name} are both mounted at {path}: the pod is refused",
	"notes": [other.options["mount.path"].name],
} if {
	some v in kubernetes_volumes.volumes
	path := v.options["mount.path"].raw
	some other in kubernetes_volumes.volumes
	other.role == v.role
	other.options["mount.path"].raw == path
	other.name < v.name
}

deny contains {
	"at": kubernetes_volumes.first(v.options),
	"msg": $"the {v.role} has a volume {v.name} of type {other.type} too: the API server refuses a pod with two volumes of one name",
} if {
	some v in kubernetes_volumes.volumes
	some other in kubernetes_volumes.volumes
	other.role == v.role
	other.name == v.name
	other.type < v.type
}

deny contains {
	"at": kubernetes_volumes.first(v.options),
	"msg": $"the API server refuses the {v.role}'s volume name {v.name}: it takes up to 63 lower-case letters, digits and '-'",
} if {
	some v in kubernetes_volumes.volumes
	not regex.match(`^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$`, v.name)
}

deny contains {
	"at": v.options["mount.readOnly"].id,
	"msg": $"mount.readOnly is {mark}: Spark takes true or false, and refuses to build the {v.role}'s pod",
} if {
	some v in kubernetes_volumes.volumes
	mark := v.options["mount.readOnly"].raw
	not lower(mark) in {"true", "false"}
}

deny contains {
	"at": v.options["mount.subPathExpr"].id,
	"msg": $"the {v.role}'s volume {v.name} has both subPath and subPathExpr: Spark 4 refuses to build the pod, and older releases ignore subPathExpr",
} if {
	some v in kubernetes_volumes.volumes
	v.options["mount.subPath"]
	v.options["mount.subPathExpr"]
}

# A type in the wrong case is mended in every setting of the volume.
mended(type, options) := {"rename": {a.key: replace(a.key, $".volumes.{type}.", $".volumes.{right}.") | some a in options}} if {
	some right in types
	lower(right) == lower(type)
} else := {}
