package policies.cores.gpu_missing_vendor_or_script_test

import data.policies.cores.gpu_missing_vendor_or_script as rule

job(manager, mode, settings) := {
	"job": {"cluster_manager": manager, "deploy_mode": mode},
	"unset": {"spark.resources.discoveryPlugin": true},
	"assignments": [{"id": name, "name": $"spark.{name}", "raw": raw, "effective": true} | some name, raw in settings],
}

found := "/opt/spark/gpus.sh"

test_denies_a_gpu_of_no_vendor if {
	settings := {"executor.resource.gpu.amount": "1", "executor.resource.gpu.discoveryScript": found}
	rule.deny == {{
		"at": "executor.resource.gpu.amount",
		"msg": "each executor asks for 1 gpu without a vendor: Spark refuses to build its pod",
		"set": {"spark.executor.resource.gpu.vendor": "nvidia.com"},
		"unsafe": true,
	}} with input as job("kubernetes", "cluster", settings)
}

test_denies_an_fpga_of_no_vendor if {
	settings := {"driver.resource.fpga.amount": "1", "driver.resource.fpga.discoveryScript": found}
	some answer in rule.deny with input as job("kubernetes", "cluster", settings)
	not answer.set
}

test_denies_a_gpu_that_nobody_finds if {
	rule.deny == {{
		"at": "executor.resource.gpu.amount",
		"msg": "each executor asks for 2 gpu without a discovery script: it cannot tell which it was given, and ends at start",
	}} with input as job("yarn", "cluster", {"executor.resource.gpu.amount": "2"})
}

test_allows_vendor_and_script if {
	settings := {"executor.resource.gpu.amount": "1", "executor.resource.gpu.vendor": "nvidia.com", "executor.resource.gpu.discoveryScript": found}
	count(rule.deny) == 0 with input as job("kubernetes", "cluster", settings)
}

test_allows_a_driver_outside_of_pods if {
	settings := {"driver.resource.gpu.amount": "1", "driver.resource.gpu.discoveryScript": found}
	count(rule.deny) == 0 with input as job("kubernetes", "client", settings)
}

test_allows_a_plugin_to_find_them if {
	count(rule.deny) == 0 with input as object.union(job("yarn", "cluster", {"executor.resource.gpu.amount": "1"}), {"unset": {"spark.resources.discoveryPlugin": false}})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"job": {"cluster_manager": "kubernetes"},
		"unset": {"spark.resources.discoveryPlugin": true},
		"assignments": [{"id": "assignment#0", "name": "spark.executor.resource.gpu.amount", "effective": true}],
	}
}
