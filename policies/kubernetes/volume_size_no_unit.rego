# METADATA
# title: Volume size in the wrong unit
# description: |
#   options.sizeLimit is a Kubernetes quantity: without a unit it counts bytes, and m means thousandths. Spark 4 refuses
#   whole numbers below 1024; older releases hand them on, and Kubernetes evicts the pod at the first file in an emptyDir
#   of that size.
# related_resources:
#   - description: SPARK-47003
#     ref: https://issues.apache.org/jira/browse/SPARK-47003
#   - description: Kubernetes API, Quantity
#     ref: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#   fix: Write a unit, as in 100Gi.
package policies.kubernetes.volume_size_no_unit

import data.policies.lib.kubernetes_volumes

deny contains {
	"at": size.id,
	"msg": $"sizeLimit {size.raw} counts bytes: Spark 4 refuses the volume, and older releases ask Kubernetes for no more",
	"set": {size.name: $"{size.raw}Gi"},
	"unsafe": true,
} if {
	some v in kubernetes_volumes.volumes
	size := v.options["options.sizeLimit"]
	regex.match(`^\d+$`, size.raw)
	to_number(size.raw) < 1024
}

deny contains {
	"at": size.id,
	"msg": $"sizeLimit {size.raw} is {milli} thousandths of a byte: to Kubernetes m means milli, and Mi a mebibyte",
	"set": {size.name: $"{milli}Mi"},
	"unsafe": true,
} if {
	some v in kubernetes_volumes.volumes
	size := v.options["options.sizeLimit"]
	[_, milli] := regex.find_all_string_submatch_n(`^(\d+)m$`, size.raw, 1)[0]
}

deny contains object.union(
	{
		"at": size.id,
		"msg": $"the API server refuses sizeLimit {raw}: Kubernetes has the units Ki, Mi, Gi, Ti (of 1024) and k, M, G, T (of 1000)",
	},
	mended(size),
) if {
	some v in kubernetes_volumes.volumes
	size := v.options["options.sizeLimit"]
	raw := size.raw
	not regex.match(`^[+-]?(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$`, raw)
}

# Spark's own sizes count 1024 under these letters.
mended(size) := {"set": {size.name: $"{number}{upper(unit)}i"}, "unsafe": true} if {
	[_, number, unit] := regex.find_all_string_submatch_n(`^(\d+)([kKmMgGtT])[bB]?$`, size.raw, 1)[0]
} else := {}
