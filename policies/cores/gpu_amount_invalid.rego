# METADATA
# title: Amount of a resource that Spark refuses
# description: |
#   Executors and drivers ask for whole GPUs (or other resources). A task takes up to half of one, so that tasks share, or
#   whole ones, and no more than its executor has. Spark checks this when it starts.
# related_resources:
#   - description: Custom resource scheduling and configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html#custom-resource-scheduling-and-configuration-overview
#   - description: TaskResourceRequest, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/resource/TaskResourceRequest.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Ask for whole resources for executors and drivers, and for at most 0.5 or whole ones for tasks.
package policies.cores.gpu_amount_invalid

deny contains {
	"at": a.id,
	"msg": $"{a.raw} of {resource} for each {role}: Spark takes whole numbers there and does not start",
} if {
	some role in ["executor", "driver"]
	some resource, a in amounts[role]
	not regex.match(`^[+-]?\d+$`, a.raw)
}

# What java.lang.Double reads.
deny contains {
	"at": a.id,
	"msg": $"a task takes {a.raw} of {resource}: Spark takes a number there, and does not start",
} if {
	some resource, a in amounts.task
	not regex.match(`^\s*[+-]?(NaN|Infinity|0[xX].*|(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[fFdD]?)\s*$`, a.raw)
}

deny contains {
	"at": a.id,
	"msg": $"a task takes {a.raw} of {resource}: Spark accepts up to 0.5, or whole numbers, and does not start",
} if {
	some resource, a in amounts.task
	amount := decimal(a.raw)
	amount > 0.5
	amount != floor(amount)
}

deny contains {
	"at": a.id,
	"msg": $"a task takes {a.raw} of {resource} and an executor has {executor.raw}: Spark does not start",
	"notes": [executor.name],
} if {
	some resource, a in amounts.task
	amount := decimal(a.raw)
	amount == floor(amount)
	executor := amounts.executor[resource]
	not none(executor)
	amount > decimal(executor.raw)
}

deny contains {
	"at": a.id,
	"msg": $"a task takes {a.raw} of {resource} and an executor has none: Spark does not start",
	"notes": [executor.name],
} if {
	some resource, a in amounts.task
	amount := decimal(a.raw)
	amount > 0
	executor := amounts.executor[resource]
	none(executor)
	shared_or_whole(amount)
}

# What is not above 0 is none.
none(executor) if regex.match(`^(-\d+|[+-]?0+)$`, executor.raw)

shared_or_whole(amount) if amount <= 0.5

shared_or_whole(amount) if amount == floor(amount)

# What executors, drivers and tasks ask for, by the resource's name.
amounts[role][resource] := a if {
	some a in input.assignments
	a.effective
	[_, role, resource] := regex.find_all_string_submatch_n(`^spark\.(executor|driver|task)\.resource\.([^.]+)\.amount$`, a.name, 1)[0]
}

decimal(text) := to_number(text) if regex.match(`^\d+(\.\d+)?$`, text)
