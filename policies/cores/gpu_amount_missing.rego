# METADATA
# title: A resource without an amount
# description: |
#   A vendor or a discovery script names a resource, and Spark then wants to know how many of it: ResourceUtils stops the start
#   where spark.executor.resource.X.amount, or the driver's or the tasks', is not written.
# related_resources:
#   - description: Spark configuration, custom resource scheduling
#     ref: https://spark.apache.org/docs/latest/configuration.html#custom-resource-scheduling-and-configuration-overview
#   - description: ResourceUtils, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/resource/ResourceUtils.scala
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     complete: true
#   fix: Set the amount as well, or delete what else is said of the resource.
package policies.cores.gpu_amount_missing

deny contains {
	"at": a.id,
	"msg": $"{a.name} speaks of {resource}, and nothing says how many: Spark does not start without spark.{role}.resource.{resource}.amount",
} if {
	some a in input.assignments
	a.effective
	[_, role, resource] := regex.find_all_string_submatch_n(`^spark\.(executor|driver|task)\.resource\.([^.]+)\.[^.]+$`, a.name, 1)[0]
	not counted[$"spark.{role}.resource.{resource}.amount"]
}

counted contains a.name if {
	some a in input.assignments
	a.effective
}
