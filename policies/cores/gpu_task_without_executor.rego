# METADATA
# title: Tasks that ask for a resource no executor has
# description: |
#   spark.task.resource.X.amount says what a task takes of its executor; spark.executor.resource.X.amount says that
#   executors have it. With the first alone Spark does not start.
# related_resources:
#   - description: Custom resource scheduling and configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html#custom-resource-scheduling-and-configuration-overview
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     complete: true
#   fix: Set spark.executor.resource.X.amount as well.
package policies.cores.gpu_task_without_executor

deny contains {
	"at": a.id,
	"msg": $"tasks take {a.raw} of {resource} and nothing gives executors any: Spark does not start without spark.executor.resource.{resource}.amount",
} if {
	some a in input.assignments
	a.effective
	[_, resource] := regex.find_all_string_submatch_n(`^spark\.task\.resource\.([^.]+)\.amount$`, a.name, 1)[0]
	regex.match(`[1-9]`, a.raw)
	not provided[resource]
}

provided contains resource if {
	some a in input.assignments
	a.effective
	[_, resource] := regex.find_all_string_submatch_n(`^spark\.executor\.resource\.([^.]+)\.amount$`, a.name, 1)[0]
}
