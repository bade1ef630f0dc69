# METADATA
# title: Worker that EMR Serverless does not have
# description: |
#   EMR Serverless runs the driver and each executor in a worker of 1, 2, 4, 8 or 16 vCPU, with a range of memory for
#   each. A worker holds the heap and the overhead, a tenth of the heap and at least 384 MiB; 4 cores and 14g each are
#   its defaults. A job that asks for more is rejected.
# related_resources:
#   - description: EMR Serverless, supported worker configurations
#     ref: https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/app-behavior.html#worker-configs
#   - description: EMR Serverless, Spark job properties and their defaults
#     ref: https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/jobs-spark.html
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     platforms: [emr-serverless]
#   fix: Choose cores and memory from the table of workers; memory and overhead count together.
package policies.platform.emr_serverless_worker_size

import data.policies.lib.worker_sizes

mentioned := {a.name | some a in input.assignments; a.layer != "platform"}

silent(name) if {
	not name in mentioned
	input.job.complete
	input.job.open == false
}

cores["executor"] := input.conf["spark.executor.cores"] if "spark.executor.cores" in mentioned

cores["executor"] := 4 if silent("spark.executor.cores")

cores["driver"] := input.conf["spark.driver.cores"] if "spark.driver.cores" in mentioned

cores["driver"] := 4 if silent("spark.driver.cores")

heap["executor"] := input.conf["spark.executor.memory"] if "spark.executor.memory" in mentioned

heap["executor"] := (14 * 1024) * 1048576 if silent("spark.executor.memory")

heap["driver"] := input.conf["spark.driver.memory"] if "spark.driver.memory" in mentioned

heap["driver"] := (14 * 1024) * 1048576 if silent("spark.driver.memory")

overhead["executor"] := input.conf["spark.executor.memoryOverhead"] if "spark.executor.memoryOverhead" in mentioned

overhead["executor"] := tenth(heap.executor) if silent("spark.executor.memoryOverhead")

overhead["driver"] := input.conf["spark.driver.memoryOverhead"] if "spark.driver.memoryOverhead" in mentioned

overhead["driver"] := tenth(heap.driver) if silent("spark.driver.memoryOverhead")

tenth(bytes) := max([bytes * 0.1, 384 * 1048576]) if {
	every name in mentioned { not endswith(name, "memoryOverheadFactor") }
}

deny contains {
	"at": at,
	"msg": $"the {role} needs {fault} of memory (heap and overhead), and EMR Serverless rejects the job",
	"notes": rest,
} if {
	some role, slots in cores
	fault := worker_sizes.fault(slots, ceil((heap[role] + overhead[role]) / 1073741824))
	[at, rest] := written(role)
}

# What somebody wrote of a worker's size: the first to point at, and the rest.
written(role) := [names[0], array.slice(names, 1, count(names))] if {
	names := [name |
		some part in ["memory", "cores", "memoryOverhead"]
		name := $"spark.{role}.{part}"
		name in mentioned
	]
}
