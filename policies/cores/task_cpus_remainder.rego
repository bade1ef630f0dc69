# METADATA
# title: Cores that no task can use
# description: |
#   An executor runs as many tasks as its cores hold whole multiples of spark.task.cpus. What is left over is paid for and
#   idle.
# related_resources:
#   - description: Spark configuration, scheduling
#     ref: https://spark.apache.org/docs/latest/configuration.html#scheduling
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#   fix: Make spark.executor.cores a multiple of spark.task.cpus.
package policies.cores.task_cpus_remainder

deny contains {
	"at": "spark.executor.cores",
	"msg": $"{cores} cores hold {tasks} tasks of {cpus} cores; in every executor {rest} of {cores} is never used",
	"notes": ["spark.task.cpus"],
	"set": {"spark.executor.cores": $"{tasks * cpus}"},
	"unsafe": true,
} if {
	input.written["spark.executor.cores"]
	input.written["spark.task.cpus"]
	cores := input.conf["spark.executor.cores"]
	cpus := input.conf["spark.task.cpus"]
	cpus > 0
	cores > cpus
	rest := cores % cpus
	rest > 0
	tasks := floor(cores / cpus)
}
