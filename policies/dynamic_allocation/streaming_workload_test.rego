package policies.dynamic_allocation.streaming_workload_test

import data.policies.dynamic_allocation.streaming_workload as rule

job(workload) := {
	"job": {"complete": true, "cluster_manager": "yarn", "workload": workload},
	"conf": {"spark.dynamicAllocation.enabled": true, "spark.dynamicAllocation.executorIdleTimeout": 60000},
	"written": {},
	"assignments": [],
}

bounded(workload) := object.union(job(workload), {
	"conf": {"spark.dynamicAllocation.maxExecutors": 20},
	"written": {"spark.dynamicAllocation.maxExecutors": "conf"},
	"assignments": [{"name": "spark.dynamicAllocation.maxExecutors", "layer": "conf", "effective": true}],
})

test_denies_dstreams if {
	rule.deny == {{
		"at": "spark.dynamicAllocation.enabled",
		"msg": "executors have to idle for 60 s to be released, and a stream with batches more often than that never lets them: it grows to 20 executors and stays there",
		"because": ["executors.maximum_count"],
		"set": {"spark.dynamicAllocation.enabled": "false", "spark.executor.instances": "20"},
		"unset": ["spark.dynamicAllocation.maxExecutors"],
		"unsafe": true,
	}} with input as bounded("dstreams")
}

test_advises_on_queries if {
	{answer.severity | some answer in rule.deny} == {"info"} with input as job("streaming")
}

test_denies_queries_that_keep_state if {
	some answer in rule.deny with input as object.union(
		job("streaming"),
		{"assignments": [{"name": "spark.sql.streaming.stateStore.providerClass", "layer": "conf"}]},
	)
	not answer.severity
	endswith(answer.msg, "it grows to as many executors as a backlog asks for and stays there")
}

test_allows_a_fixed_number if {
	count(rule.deny) == 0 with input as object.union(job("dstreams"), {"conf": {"spark.dynamicAllocation.enabled": false}})
}

test_silent_when_unknown if count(rule.deny) == 0 with input as object.remove(job("dstreams"), ["conf"])
