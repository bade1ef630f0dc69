# METADATA
# title: Initial capacity of a worker that EMR Serverless does not have
# description: |
#   An application's pre-initialised workers have 1, 2, 4, 8 or 16 vCPU, memory from the range of that many, in its steps,
#   and 20 to 200 GB of standard disk. EMR Serverless refuses an application that asks for anything else.
# related_resources:
#   - description: EMR Serverless, supported worker configurations
#     ref: https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/app-behavior.html#worker-configs
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     resources: [aws_emrserverless_application]
#   fix: Choose cpu, memory and disk from the table of workers.
package policies.platform.emr_serverless_capacity_size

import data.policies.lib.resource
import data.policies.lib.worker_sizes

# The number in "4 vCPU", "16 GB".
number(path) := to_number(regex.find_n(`^\d+`, input.resource.attributes[path], 1)[0])

workers contains trim_suffix(path, ".cpu") if {
	some path in resource.paths
	endswith(path, ".worker_configuration.cpu")
}

deny contains {
	"at": $"attribute#{worker}.memory",
	"msg": $"{fault}: EMR Serverless refuses the application",
} if {
	some worker in workers
	fault := worker_sizes.fault(number($"{worker}.cpu"), number($"{worker}.memory"))
}

deny contains {
	"at": $"attribute#{worker}.memory",
	"msg": $"{gigabytes} GB with {cpu} vCPU: memory of such a worker grows in steps of {size.step} GB",
} if {
	some worker in workers
	[cpu, gigabytes] := [number($"{worker}.cpu"), number($"{worker}.memory")]
	size := worker_sizes.emr[format_int(cpu, 10)]
	gigabytes % size.step != 0
	not worker_sizes.outside(gigabytes, size)
}

deny contains {
	"at": $"attribute#{worker}.disk",
	"msg": $"{gigabytes} GB of disk: a worker has {worker_sizes.emr_disk.least} to {worker_sizes.emr_disk.most} GB of standard disk",
} if {
	some worker in workers
	not $"{worker}.disk_type" in resource.paths
	gigabytes := number($"{worker}.disk")
	worker_sizes.outside(gigabytes, worker_sizes.emr_disk)
}
