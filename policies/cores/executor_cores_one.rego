# METADATA
# title: Many executors of a single core
# description: |
#   Every executor holds its own copy of each broadcast variable and pays the overhead of a JVM. With one core each,
#   nothing is shared: a few executors of four or five cores need less memory for the same number of tasks.
# related_resources:
#   - description: Spark configuration, application properties
#     ref: https://spark.apache.org/docs/latest/configuration.html#application-properties
# custom:
#   severity: info
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes]
#   params:
#     maximum_count:
#       default: 8
#       doc: most executors of a single core that go without advice
#   fix: Ask for fewer executors with four or five cores and proportionally more memory.
#   yields_to: [platform/databricks_sizing_conf, platform/glue_sizing_conf]
package policies.cores.executor_cores_one

params := data.params.cores.executor_cores_one

deny contains {
	"at": "spark.executor.cores",
	"msg": $"{executors} executors of one core hold {executors} copies of each broadcast variable and {overhead} MiB of overhead",
	"because": ["executors.effective_count", "executor.overhead_mib"],
} if {
	input.conf["spark.executor.cores"] == 1
	input.written["spark.executor.cores"]
	input.conf["spark.task.cpus"] == 1
	executors := input.facts.executors.effective_count
	executors > params.maximum_count
	overhead := executors * input.facts.executor.overhead_mib
}
