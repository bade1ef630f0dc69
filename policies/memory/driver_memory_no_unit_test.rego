package policies.memory.driver_memory_no_unit_test

import data.policies.memory.driver_memory_no_unit as rule

job(raw, properties) := {
	"job": properties,
	"assignments": [{"id": "assignment#0", "name": "spark.driver.memory", "raw": raw, "effective": true}],
}

bare := {
	"at": "spark.driver.memory",
	"msg": "4096 reaches the driver's JVM as -Xmx4096, which is 4096 bytes of heap: it does not start",
	"set": {"spark.driver.memory": "4096m"},
}

test_denies_in_client_mode if {
	rule.deny == {bare} with input as job("4096", {"deploy_mode": "client", "cluster_manager": "yarn"})
}

test_denies_in_a_pod if {
	rule.deny == {bare} with input as job(" 4096 ", {"deploy_mode": "cluster", "cluster_manager": "kubernetes"})
}

test_denies_mildly_when_the_deploy_mode_is_unknown if {
	rule.deny == {{
		"at": "spark.driver.memory",
		"msg": "4096 is MiB in cluster mode; in client mode it reaches the driver's JVM as -Xmx4096, 4096 bytes of heap, and the JVM does not start",
		"set": {"spark.driver.memory": "4096m"},
		"severity": "warning",
	}} with input as job("4096", {})
}

test_allows_a_unit if {
	count(rule.deny) == 0 with input as job("4096m", {"deploy_mode": "client"})
}

test_allows_a_number_of_bytes if {
	count(rule.deny) == 0 with input as job("4294967296", {"deploy_mode": "client"})
}

test_allows_mebibytes_in_cluster_mode if {
	count(rule.deny) == 0 with input as job("4096", {"deploy_mode": "cluster", "cluster_manager": "yarn"})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {"deploy_mode": "client"}, "assignments": [{"id": "assignment#0", "name": "spark.driver.memory", "effective": true}]}
}
