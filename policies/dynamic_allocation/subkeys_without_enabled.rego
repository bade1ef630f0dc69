# METADATA
# title: Settings of dynamic allocation, which is off
# description: |
#   spark.dynamicAllocation.* is read only while spark.dynamicAllocation.enabled is true, and its default is false. The
#   job runs with a fixed number of executors, two unless it asks for more.
# related_resources:
#   - description: Spark configuration, dynamic allocation
#     ref: https://spark.apache.org/docs/latest/configuration.html#dynamic-allocation
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#     complete: true
#   fix: Set spark.dynamicAllocation.enabled to true, or remove its other settings.
#   yields_to: [platform/databricks_sizing_conf, platform/glue_sizing_conf]
package policies.dynamic_allocation.subkeys_without_enabled

deny contains {
	"at": subkeys[0],
	"msg": $"{subkeys[0]} has no effect: spark.dynamicAllocation.enabled is false unless it is written",
	"because": ["executors.effective_count"],
	"notes": array.slice(subkeys, 1, count(subkeys)),
	"set": {"spark.dynamicAllocation.enabled": "true"},
	"unsafe": true,
} if {
	input.unset["spark.dynamicAllocation.enabled"]
	count(subkeys) > 0
}

subkeys := [a.name |
	some a in input.assignments
	a.effective
	startswith(a.name, "spark.dynamicAllocation.")
]
