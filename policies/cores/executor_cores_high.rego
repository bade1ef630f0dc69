# METADATA
# title: Many cores in one executor
# description: |
#   All task slots of an executor share one heap, one garbage collector and one HDFS client. Beyond a handful of
#   concurrent tasks they wait for each other; more, smaller executors usually run the same work faster.
# related_resources:
#   - description: Spark configuration, application properties
#     ref: https://spark.apache.org/docs/latest/configuration.html#application-properties
# custom:
#   severity: info
#   advice: true
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#   params:
#     maximum:
#       default: 5
#       doc: most cores one executor should have
#   fix: Lower spark.executor.cores and ask for more executors of proportionally less memory.
#   yields_to: [cores/executor_cores_exceed_node, standalone/executor_exceeds_worker, platform/databricks_sizing_conf, platform/glue_sizing_conf]
package policies.cores.executor_cores_high

params := data.params.cores.executor_cores_high

deny contains {
	"at": "spark.executor.cores",
	"msg": $"{cores} task slots share one heap; more than {params.maximum} rarely pays",
	"because": ["executor.slots", "executor.execution_per_task_mib"],
} if {
	cores := input.conf["spark.executor.cores"]
	cores > params.maximum
	input.facts.executor.slots > params.maximum
}
