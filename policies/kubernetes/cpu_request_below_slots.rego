# METADATA
# title: CPU request below the task slots
# description: |
#   spark.executor.cores says how many tasks an executor runs at a time, and spark.kubernetes.executor.request.cores how
#   much CPU its pod is sure of. With less CPU than tasks, a busy node gives each task a part of a core, and tasks take
#   longer by that much.
# related_resources:
#   - description: Spark properties of Kubernetes
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#spark-properties
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#   params:
#     tolerated_share:
#       default: 0.8
#       doc: part of the tasks' CPU from which on a request is enough; it leaves room on the node for what else runs there
#     deliberate_share:
#       default: 0.5
#       doc: part of the tasks' CPU that may be requested on purpose, for tasks that mostly wait; from here on the finding is advice
#   fix: Delete spark.kubernetes.executor.request.cores, so that the pod requests what the tasks take, or lower spark.executor.cores.
#   yields_to: [kubernetes/cpu_limit_throttles]
package policies.kubernetes.cpu_request_below_slots

params := data.params.kubernetes.cpu_request_below_slots

deny contains {
	"at": "spark.kubernetes.executor.request.cores",
	"msg": $"the pod is sure of {request} CPUs and runs {slots} tasks that take {taken}: on a full node each gets {percent}% of what it takes",
	"because": ["kubernetes.executor_cpu_request", "executor.slots"],
	"notes": ["spark.executor.cores"],
	"severity": severity(request / taken),
	"unset": ["spark.kubernetes.executor.request.cores"],
	"unsafe": true,
} if {
	input.written["spark.kubernetes.executor.request.cores"]
	cores_settled
	slots := input.facts.executor.slots
	taken := slots * input.conf["spark.task.cpus"]
	request := input.facts.kubernetes.executor_cpu_request
	request > 0 # with 0 something else stands for CPU, in a pod template
	request < params.tolerated_share * taken
	percent := round((100 * request) / taken)
}

severity(share) := "info" if {
	share >= params.deliberate_share
} else := "warning"

# Default cores count only where nobody can have written others.
cores_settled if input.written["spark.executor.cores"]

cores_settled if input.unset["spark.executor.cores"]
