package policies.memory.driver_memory_jvm_suffix_test

import data.policies.memory.driver_memory_jvm_suffix as rule

job(raw, properties) := {
	"job": properties,
	"assignments": [{"id": "assignment#0", "name": "spark.driver.memory", "raw": raw, "effective": true}],
}

test_denies_in_client_mode if {
	rule.deny == {{
		"at": "spark.driver.memory",
		"msg": "4gb reaches the driver's JVM as -Xmx4gb: java reads no suffix but k, m, g and t, and does not start",
		"set": {"spark.driver.memory": "4g"},
	}} with input as job("4gb", {"deploy_mode": "client", "cluster_manager": "yarn"})
}

test_denies_in_a_pod_without_a_certain_fix if {
	some answer in rule.deny with input as job("4294967296b", {"deploy_mode": "cluster", "cluster_manager": "kubernetes"})
	answer.set == {}
}

test_denies_mildly_when_the_deploy_mode_is_unknown if {
	rule.deny == {{
		"at": "spark.driver.memory",
		"msg": "in client mode 4096MB reaches the driver's JVM as -Xmx4096MB: java reads no suffix but k, m, g and t, and does not start",
		"set": {"spark.driver.memory": "4096M"},
		"severity": "warning",
	}} with input as job("4096MB", {})
}

test_denies_what_spark_reads_since_4_2 if {
	some answer in rule.deny with input as job("4GiB", {"deploy_mode": "client"})
	answer.set == {"spark.driver.memory": "4G"}
}

test_leaves_what_spark_refuses_to_others if {
	refused := object.union(job("4gib", {"deploy_mode": "client"}), {"invalid": {"spark.driver.memory": {"kind": "type"}}})
	count(rule.deny) == 0 with input as refused
}

test_allows_what_java_reads if {
	every raw in ["4g", "4096M", "4194304k", "1t", "4294967296"] {
		count(rule.deny) == 0 with input as job(raw, {"deploy_mode": "client"})
	}
}

test_allows_spark_s_suffixes_in_cluster_mode if {
	count(rule.deny) == 0 with input as job("4gb", {"deploy_mode": "cluster", "cluster_manager": "yarn"})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {"deploy_mode": "client"}, "assignments": [{"id": "assignment#0", "name": "spark.driver.memory", "effective": true}]}
}
