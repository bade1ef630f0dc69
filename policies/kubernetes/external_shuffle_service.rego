# METADATA
# title: External shuffle service on Kubernetes
# description: |
#   Spark on Kubernetes has no external shuffle service. With spark.shuffle.service.enabled, each executor tries to
#   register with one on its own node, fails, and exits; the application never runs a task.
# related_resources:
#   - description: Dynamic resource allocation
#     ref: https://spark.apache.org/docs/latest/job-scheduling.html#dynamic-resource-allocation
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#   fix: Delete spark.shuffle.service.enabled; for dynamic allocation on Kubernetes set spark.dynamicAllocation.shuffleTracking.enabled=true.
package policies.kubernetes.external_shuffle_service

import data.policies.lib.dynamic_allocation

deny contains object.union(
	{
		"at": "spark.shuffle.service.enabled",
		"msg": $"executors look for an external shuffle service on port {port} of their node, and Kubernetes has none: they exit at start",
	},
	mended,
) if {
	input.conf["spark.shuffle.service.enabled"] == true
	port := input.conf["spark.shuffle.service.port"]
}

# Dynamic allocation needs another way to keep shuffle files.
mended := {"set": {"spark.shuffle.service.enabled": "false", "spark.dynamicAllocation.shuffleTracking.enabled": "true"}} if {
	dynamic_allocation.on
} else := {"unset": ["spark.shuffle.service.enabled"]}
