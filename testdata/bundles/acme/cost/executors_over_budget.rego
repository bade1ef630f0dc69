# METADATA
# title: More executors than a job may hold
# description: |
#   Acme's shared cluster gives one job at most a tenth of its executors.
# related_resources:
#   - description: Dynamic allocation
#     ref: https://spark.apache.org/docs/latest/configuration.html#dynamic-allocation
# custom:
#   severity: error
#   since: 1.0.0
#   params:
#     maximum:
#       default: 50
#       doc: most executors one job may hold
#   fix: Ask for fewer executors, or bound dynamic allocation with spark.dynamicAllocation.maxExecutors.
package acme.cost.executors_over_budget

deny contains {
	"at": "executors.maximum_count",
	"msg": $"up to {executors} executors; one job may hold {params.maximum}",
	"because": ["executors.maximum_count"],
} if {
	executors := input.facts.executors.maximum_count
	executors > params.maximum
}

params := data.params.acme.cost.executors_over_budget
