# METADATA
# title: Volume setting that Spark does not know
# description: |
#   Of a volume's settings Spark reads those it knows, spelled as it spells them, and passes over all others without a
#   word: with mount.subpath in place of mount.subPath the pod sees the whole volume, and with mount.readonly it may
#   write to it.
# related_resources:
#   - description: Spark properties of Kubernetes
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#spark-properties
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#   fix: Spell the setting as Spark does, or put what Spark has no setting for into a pod template.
package policies.kubernetes.volume_option_unknown

import data.policies.lib.kubernetes_volumes

# What the releases from 3.0 to 4.3 know.
options := {
	"mount.path", "mount.readOnly", "mount.subPath", "mount.subPathExpr",
	"options.claimName", "options.medium", "options.path", "options.server", "options.sizeLimit", "options.storageClass", "options.type",
}

deny contains {
	"at": a.id,
	"msg": $"Spark passes over {option} of the volume {v.name}: it spells that {right}",
	"rename": {a.key: $"{trim_suffix(a.key, option)}{right}"},
} if {
	some v in kubernetes_volumes.volumes
	some option, a in v.options
	not option in options
	some right in options
	lower(right) == lower(option)
}

deny contains {
	"at": a.id,
	"msg": $"Spark has no {option} for volumes, and passes over that of {v.name}",
	"severity": "warning",
} if {
	some v in kubernetes_volumes.volumes
	some option, a in v.options
	option != ""
	not regex.match(`^(label|annotation)\.`, option) # since 4.0
	count([right | some right in options; lower(right) == lower(option)]) == 0
}
