package policies.correctness.ignored_in_client_mode_test

import data.policies.correctness.ignored_in_client_mode as rule

written(name, manager, more) := {
	"job": {"complete": true, "cluster_manager": manager, "deploy_mode": "client"},
	"written": more,
	"assignments": [{"id": "assignment#0", "key": name, "name": name, "layer": "conf", "spelling": "", "effective": true, "dropped": ""}],
}

client := {"spark.submit.deployMode": "flag"}

test_denies_the_cores_of_the_driver if {
	some answer in rule.deny with input as written("spark.driver.cores", "yarn", client)
	answer.at == "assignment#0"
	answer.msg == "spark.driver.cores has no effect in client mode: the driver runs where the job is submitted, in no container of its own"
	answer.severity == "warning"
}

test_denies_a_flag_that_is_dropped if {
	some answer in rule.deny with input as {
		"job": {"complete": true, "cluster_manager": "yarn"}, "written": client,
		"assignments": [{
			"id": "assignment#0", "key": "spark.driver.cores", "name": "spark.driver.cores", "layer": "flag", "effective": false,
			"spelling": "--driver-cores", "dropped": "spark-submit takes --driver-cores in cluster mode only",
		}],
	}
	startswith(answer.msg, "--driver-cores has no effect")
}

test_milder_when_the_mode_is_not_written if {
	some answer in rule.deny with input as written("spark.driver.memoryOverhead", "yarn", {})
	answer.severity == "info"
}

test_denies_settings_of_the_pod if {
	count(rule.deny) == 1 with input as written("spark.kubernetes.driver.request.cores", "kubernetes", client)
}

test_allows_what_is_read if {
	every name in ["spark.driver.memory", "spark.kubernetes.driver.pod.name", "spark.executor.cores"] {
		count(rule.deny) == 0 with input as written(name, "kubernetes", client)
	}
	count(rule.deny) == 0 with input as written("spark.kubernetes.driver.request.cores", "yarn", client)
}

test_allows_shared_defaults if {
	count(rule.deny) == 0 with input as {
		"job": {"complete": true, "cluster_manager": "yarn"}, "written": client,
		"assignments": [{"id": "assignment#0", "key": "spark.driver.cores", "name": "spark.driver.cores", "layer": "spark-defaults", "spelling": "", "effective": true, "dropped": ""}],
	}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {"complete": true}, "written": {}, "assignments": written("spark.kubernetes.driver.request.cores", "", {}).assignments}
}
