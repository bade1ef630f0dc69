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

import data.policies.lib.emr_serverless
import data.policies.lib.worker_sizes

deny contains object.union(
	{
		"at": at,
		"msg": $"the {role} needs {fault} of memory (heap and overhead), and EMR Serverless rejects the job",
		"notes": rest,
		"severity": severity(role),
	},
	mended(role),
) if {
	some role, gigabytes in emr_serverless.gigabytes
	fault := worker_sizes.fault(emr_serverless.cores[role], gigabytes)
	[at, rest] := written(role)
}

# The document gives a minimum, and does not say that less is refused.
severity(role) := "warning" if {
	emr_serverless.gigabytes[role] < worker_sizes.emr[format_int(emr_serverless.cores[role], 10)].least
} else := "error"

# What somebody wrote of a worker's size: the first to point at, and the rest.
written(role) := [names[0], array.slice(names, 1, count(names))] if {
	names := [name |
		some part in ["memory", "cores", "memoryOverhead"]
		name := $"spark.{role}.{part}"
		name in emr_serverless.mentioned
	]
}

# The largest heap that fits with its overhead, if it is the heap that is too
# large.
mended(role) := {"set": {memory: $"{gigabytes}g"}, "unsafe": true} if {
	memory := $"spark.{role}.memory"
	memory in emr_serverless.mentioned
	not $"spark.{role}.memoryOverhead" in emr_serverless.mentioned
	gigabytes := floor(worker_sizes.emr[format_int(emr_serverless.cores[role], 10)].most / 1.1)
	emr_serverless.heap[role] > gigabytes * 1073741824
} else := {}
