package policies.kubernetes.volume_option_missing_test

import data.policies.kubernetes.volume_option_missing as rule

executor(volumes) := {"unset": {"spark.kubernetes.executor.podNamePrefix": true}, "assignments": [a |
	some option, raw in volumes
	a := {"id": option, "name": $"spark.kubernetes.executor.volumes.{option}", "raw": raw, "effective": true}
]}

test_denies_a_host_path_without_path if {
	rule.deny == {{
		"at": "hostPath.scratch.mount.path",
		"msg": "the executor's volume scratch has no options.path: Spark refuses to build the pod",
	}} with input as executor({"hostPath.scratch.mount.path": "/data"})
}

test_denies_a_share_without_server_and_path if {
	some answer in rule.deny with input as executor({"nfs.shared.mount.path": "/data"})
	answer.msg == "the executor's volume shared has no options.path and no options.server: Spark refuses to build the pod"
}

test_denies_a_volume_that_is_mounted_nowhere if {
	some answer in rule.deny with input as executor({"emptyDir.cache.options.sizeLimit": "5Gi"})
	answer.msg == "the executor's volume cache has no mount.path: Spark refuses to build the pod"
}

test_denies_a_claim_on_demand_without_size if {
	claim := {
		"persistentVolumeClaim.data.mount.path": "/data",
		"persistentVolumeClaim.data.options.claimName": "OnDemand",
		"persistentVolumeClaim.data.options.storageClass": "gp3",
	}
	rule.deny == {{
		"at": "persistentVolumeClaim.data.options.claimName",
		"msg": "the executor's volume data has no options.sizeLimit: Spark makes no claim on demand without, and the pod stays pending",
	}} with input as executor(claim)
}

test_silent_about_a_setting_in_the_wrong_case if {
	count(rule.deny) == 0 with input as executor({"hostPath.scratch.mount.path": "/data", "hostPath.scratch.options.Path": "/data"})
}

test_allows_a_fixed_claim if {
	count(rule.deny) == 0 with input as executor({
		"persistentVolumeClaim.data.mount.path": "/data",
		"persistentVolumeClaim.data.options.claimName": "spark-data",
	})
}

test_silent_about_a_driver_that_spark_does_not_place if {
	count(rule.deny) == 0 with input as {"job": {"deploy_mode": "client"}, "assignments": [{
		"id": "assignment#0", "effective": true, "raw": "/data",
		"name": "spark.kubernetes.driver.volumes.hostPath.scratch.mount.path",
	}]}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"unset": {"spark.kubernetes.executor.podNamePrefix": true}, "assignments": [
		{"id": "assignment#0", "effective": true, "raw": "/data", "name": "spark.kubernetes.executor.volumes.persistentVolumeClaim.data.mount.path"},
		{"id": "assignment#1", "effective": true, "name": "spark.kubernetes.executor.volumes.persistentVolumeClaim.data.options.claimName"},
	]}
}
