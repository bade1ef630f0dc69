package policies.platform.emr_serverless_capacity_size_test

import data.policies.platform.emr_serverless_capacity_size

worker := "initial_capacity[0].initial_capacity_config.worker_configuration"

found(cpu, memory, disk) := result if {
	result := emr_serverless_capacity_size.deny with input.resource as {
		"attributes": {$"{worker}.cpu": cpu, $"{worker}.memory": memory, $"{worker}.disk": disk},
		"unknown": {},
	}
}

test_denies_memory if {
	some f in found("4 vCPU", "32 GB", "20 GB")
	f.msg == "32 GB with 4 vCPU: such a worker has 8 to 30 GB: EMR Serverless refuses the application"
}

test_denies_steps if {
	some f in found("8 vCPU", "30 GB", "20 GB")
	f.msg == "30 GB with 8 vCPU: memory of such a worker grows in steps of 4 GB"
}

test_denies_disk if {
	some f in found("4 vCPU", "16 GB", "500 GB")
	f.at == $"attribute#{worker}.disk"
}

test_allows if count(found("4 vCPU", "16 GB", "200 GB")) == 0

test_silent_when_unknown if {
	silent := emr_serverless_capacity_size.deny with input.resource as {"attributes": {$"{worker}.cpu": "4 vCPU"}, "unknown": {$"{worker}.memory": "var.m has no default"}}
	count(silent) == 0
}
