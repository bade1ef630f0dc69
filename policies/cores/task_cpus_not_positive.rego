# METADATA
# title: Tasks that take no core
# description: |
#   Spark divides the cores of an executor by spark.task.cpus, and asserts that it is above 0 when it works out the default
#   resource profile, in local mode too.
# related_resources:
#   - description: Spark configuration, scheduling
#     ref: https://spark.apache.org/docs/latest/configuration.html#scheduling
#   - description: ResourceProfile, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/resource/ResourceProfile.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Delete the setting; a task takes one core by default.
package policies.cores.task_cpus_not_positive

deny contains {
	"at": "spark.task.cpus",
	"msg": $"a task takes {cpus} cores: Spark does not start with less than 1",
	"unset": ["spark.task.cpus"],
	"unsafe": true,
} if {
	cpus := input.conf["spark.task.cpus"]
	cpus <= 0
}
