# METADATA
# title: Cores that the GPUs leave idle
# description: |
#   An executor runs as many tasks as its scarcest resource allows. Where its GPUs are enough for fewer tasks than its
#   cores, the other cores are paid for and never used; Spark says so in a warning when it starts.
# related_resources:
#   - description: Custom resource scheduling and configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html#custom-resource-scheduling-and-configuration-overview
#   - description: ResourceUtils.warnOnWastedResources, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/resource/ResourceUtils.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#   fix: Let a task take a smaller part of the resource, ask for fewer cores, or raise spark.task.cpus if each task has threads of its own.
package policies.cores.gpu_limits_slots

deny contains {
	"at": a.id,
	"msg": $"{a.raw} of {resource} for each task is enough for {slots} tasks on {cores} cores: {idle} of them stay idle",
	"because": ["executor.slots", "executor.cores"],
} if {
	input.written["spark.executor.cores"]
	cores := input.facts.executor.cores
	cpus := input.conf["spark.task.cpus"]
	slots := input.facts.executor.slots
	slots < floor(cores / cpus)
	idle := floor(cores - (slots * cpus))
	some a in input.assignments
	a.effective
	[_, resource] := regex.find_all_string_submatch_n(`^spark\.task\.resource\.([^.]+)\.amount$`, a.name, 1)[0]
	enough_for(a, resource) == slots
}

# The tasks that the resource of one executor is enough for
# (ResourceUtils.calculateAmountAndPartsForFraction).
enough_for(task, resource) := floor(1 / amount(task)) * amount(provided[resource]) if {
	amount(task) <= 0.5
} else := floor(amount(provided[resource]) / amount(task))

amount(a) := number if {
	regex.match(`^\d+(\.\d+)?$`, a.raw)
	number := to_number(a.raw)
	number > 0
}

provided[resource] := a if {
	some a in input.assignments
	a.effective
	[_, resource] := regex.find_all_string_submatch_n(`^spark\.executor\.resource\.([^.]+)\.amount$`, a.name, 1)[0]
}
