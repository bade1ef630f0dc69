package policies.lib.packing_test

import data.policies.lib.packing

node := {"best_executors_count": 4, "best_heap_mib": 11776, "best_executor_cores": 4, "best_stranded_mib": 1408, "best_stranded_vcores": 0.0999}

settled := {"facts": {"node": node, "executor": {"heap_mib": 20480, "cores": 5}}, "conf": {"spark.task.cpus": 1}, "written": {}}

test_words if packing.words == "4 of 11776 MiB and 4 cores would leave 1408 MiB and 0.1 cores" with input as settled

test_mending if {
	packing.mending.set == {"spark.executor.memory": "11776m", "spark.executor.cores": "4"} with input as settled
}

test_mending_of_what_differs if {
	packing.mending.set == {"spark.executor.memory": "11776m"} with input as object.union(settled, {"facts": {"executor": {"cores": 4}}})
	packing.mending.set == {"spark.executor.cores": "4"} with input as object.union(settled, {"facts": {"executor": {"heap_mib": 11776}}})
}

test_no_mending_of_tasks_with_many_cores if {
	packing.mending == {} with input as object.union(settled, {"conf": {"spark.task.cpus": 2}})
}

test_no_mending_of_a_request_that_is_written if {
	packing.mending == {} with input as object.union(settled, {"written": {"spark.kubernetes.executor.request.cores": "conf"}})
}

test_accelerated if {
	packing.accelerated with input.assignments as [{"name": "spark.executor.resource.gpu.amount"}]
	not packing.accelerated with input.assignments as [{"name": "spark.executor.memory"}]
}

test_silent_when_unknown if {
	not packing.words with input as {"facts": {"node": {}}}
}
