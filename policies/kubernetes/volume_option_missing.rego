# METADATA
# title: Volume without a setting that it needs
# description: |
#   A volume of Spark's pods is a handful of settings with one name. Every volume needs mount.path; hostPath needs
#   options.path, persistentVolumeClaim options.claimName, nfs options.server and options.path. Spark refuses to build
#   the pod otherwise (KubernetesVolumeUtils). For a claim on demand it only makes the claim when both
#   options.storageClass and options.sizeLimit are there, and without a claim the pod stays pending for ever.
# related_resources:
#   - description: Using Kubernetes volumes
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#using-kubernetes-volumes
#   - description: KubernetesVolumeUtils, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/resource-managers/kubernetes/core/src/main/scala/org/apache/spark/deploy/k8s/KubernetesVolumeUtils.scala
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#     complete: true
#   fix: Add the missing setting, or delete the volume.
package policies.kubernetes.volume_option_missing

import data.policies.lib.kubernetes_volumes

required := {
	"emptyDir": {"mount.path"},
	"hostPath": {"mount.path", "options.path"},
	"nfs": {"mount.path", "options.path", "options.server"},
	"persistentVolumeClaim": {"mount.path", "options.claimName"},
}

deny contains {
	"at": kubernetes_volumes.first(v.options),
	"msg": $"the {v.role}'s volume {v.name} has no {missing}: Spark refuses to build the pod",
} if {
	some v in kubernetes_volumes.volumes
	lacking := absent(required[v.type], v.options)
	count(lacking) > 0
	missing := concat(" and no ", sort(lacking))
}

deny contains {
	"at": v.options["options.claimName"].id,
	"msg": $"the {v.role}'s volume {v.name} has no {missing}: Spark makes no claim on demand without, and the pod stays pending",
} if {
	input.unset["spark.kubernetes.executor.podNamePrefix"] # with it, the claims' names can be foreseen
	some v in kubernetes_volumes.volumes
	v.type == "persistentVolumeClaim"
	contains(v.options["options.claimName"].raw, "OnDemand")
	lacking := absent({"options.storageClass", "options.sizeLimit"}, v.options)
	count(lacking) > 0
	missing := concat(" and no ", sort(lacking))
}

# A setting in the wrong case is there, and another rule's finding.
absent(wanted, options) := {option | some option in wanted; not lower(option) in {lower(key) | some key, _ in options}}
