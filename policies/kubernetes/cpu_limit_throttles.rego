# METADATA
# title: CPU limit below the task slots
# description: |
#   spark.executor.cores says how many tasks an executor runs at a time. When they use more CPU than
#   spark.kubernetes.executor.limit.cores, the kernel stops the whole container until the next period of 100 ms, even on
#   an idle node: every task runs at a part of its speed, and heartbeats and collections wait with them.
# related_resources:
#   - description: Spark properties of Kubernetes
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#spark-properties
#   - description: Kubernetes, how the kubelet applies requests and limits
#     ref: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#   params:
#     tolerated_share:
#       default: 0.9
#       doc: part of the tasks' CPU from which on a limit is enough
#   fix: Delete the limit, raise it to spark.executor.cores or above, or lower spark.executor.cores.
package policies.kubernetes.cpu_limit_throttles

params := data.params.kubernetes.cpu_limit_throttles

deny contains {
	"at": "spark.kubernetes.executor.limit.cores",
	"msg": $"{slots} tasks that take {taken} CPUs may use {limit}: the kernel holds them to {percent}% of their speed, on idle nodes too",
	"because": ["kubernetes.executor_cpu_limit", "executor.slots"],
	"notes": ["spark.executor.cores"],
	"unset": ["spark.kubernetes.executor.limit.cores"],
	"unsafe": true,
} if {
	input.written["spark.executor.cores"]
	slots := input.facts.executor.slots
	taken := slots * input.conf["spark.task.cpus"]
	limit := input.facts.kubernetes.executor_cpu_limit
	limit >= input.facts.kubernetes.executor_cpu_request # or there is no such pod
	limit < params.tolerated_share * taken
	percent := round((100 * limit) / taken)
}
