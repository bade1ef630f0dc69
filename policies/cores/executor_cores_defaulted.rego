# METADATA
# title: Large executors that run one task at a time
# description: |
#   Nobody set spark.executor.cores: on YARN and Kubernetes an executor then has one core and runs one task at a time,
#   however much memory it has.
# related_resources:
#   - description: Spark configuration, execution behavior
#     ref: https://spark.apache.org/docs/latest/configuration.html#execution-behavior
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes]
#     complete: true
#   params:
#     minimum_heap_mib:
#       default: 4096
#       doc: least heap that is too large for one task, in MiB
#   fix: Set spark.executor.cores (--executor-cores), for instance 4.
#   yields_to: [platform/databricks_sizing_conf, platform/glue_sizing_conf]
package policies.cores.executor_cores_defaulted

params := data.params.cores.executor_cores_defaulted

deny contains {
	"at": "spark.executor.memory",
	"msg": $"no executor cores are set: executors with {heap} MiB of heap run one task at a time",
	"because": ["executor.slots"],
	"set": {"spark.executor.cores": "4"},
	"unsafe": true,
} if {
	input.unset["spark.executor.cores"]
	input.written["spark.executor.memory"]
	input.facts.executor.slots == 1
	heap := input.facts.executor.heap_mib
	heap >= params.minimum_heap_mib
}
