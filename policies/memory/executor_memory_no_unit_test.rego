package policies.memory.executor_memory_no_unit_test

import data.policies.memory.executor_memory_no_unit as rule

job(raw, manager) := {
	"job": {"cluster_manager": manager},
	"assignments": [{"id": "assignment#0", "name": "spark.executor.memory", "raw": raw, "effective": true}],
}

test_denies_mebibytes if {
	rule.deny == {{
		"at": "spark.executor.memory",
		"msg": "Spark checks 4096 as bytes against its minimum of 450 MiB and does not start",
		"set": {"spark.executor.memory": "4096m"},
	}} with input as job("4096", "yarn")
}

test_denies_without_a_certain_fix if {
	some answer in rule.deny with input as job("4194304", "yarn")
	answer.set == {}
}

test_denies_bytes_in_containers if {
	rule.deny == {{
		"at": "spark.executor.memory",
		"msg": "Spark sizes containers for 4294967296 MiB of heap: a bare number is MiB on kubernetes",
		"set": {"spark.executor.memory": "4096m"},
	}} with input as job("4294967296", "kubernetes")
}

test_allows_bytes_on_a_standalone_cluster if {
	count(rule.deny) == 0 with input as job("4294967296", "standalone")
}

test_allows_a_unit if {
	count(rule.deny) == 0 with input as job("4096m", "yarn")
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}, "assignments": [{"id": "assignment#0", "name": "spark.executor.memory", "effective": true}]}
}
