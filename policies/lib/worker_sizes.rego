# The workers that serverless platforms have.
package policies.lib.worker_sizes

# EMR Serverless, by vCPU: gigabytes of memory, and their step.
# https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/app-behavior.html#worker-configs
emr := {
	"1": {"least": 2, "most": 8, "step": 1},
	"2": {"least": 4, "most": 16, "step": 1},
	"4": {"least": 8, "most": 30, "step": 1},
	"8": {"least": 16, "most": 60, "step": 4},
	"16": {"least": 32, "most": 120, "step": 8},
}

# EMR Serverless, gigabytes of standard disk.
emr_disk := {"least": 20, "most": 200}

# Dataproc Serverless: vCPU of drivers and executors.
# https://cloud.google.com/dataproc-serverless/docs/concepts/properties
dataproc_cores := {4, 8, 16}

# What is wrong with a worker of EMR Serverless.
fault(cores, _) := $"{cores} vCPU: workers have 1, 2, 4, 8 or 16" if not emr[format_int(cores, 10)]

fault(cores, gigabytes) := $"{gigabytes} GB with {cores} vCPU: such a worker has {size.least} to {size.most} GB" if {
	size := emr[format_int(cores, 10)]
	outside(gigabytes, size)
}

outside(gigabytes, size) if gigabytes < size.least

outside(gigabytes, size) if gigabytes > size.most
