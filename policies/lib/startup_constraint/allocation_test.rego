package policies.lib.startup_constraint.allocation_test

import data.policies.lib.job_test as job
import data.policies.lib.startup_constraint.allocation

found contains row.case if some row in allocation.rows

dynamic(settings) := job.on("yarn", object.union({"spark.dynamicAllocation.enabled": true}, settings))

streaming(settings) := job.on("yarn", object.union({"spark.streaming.dynamicAllocation.enabled": true}, settings))

test_backlog_timeouts if {
	some row in allocation.rows with input as dynamic({"spark.dynamicAllocation.schedulerBacklogTimeout": 500})
	row.msg == "spark.dynamicAllocation.schedulerBacklogTimeout comes to 0 whole seconds, which is how Spark counts it: Spark does not start with less than 1"
	found == {"backlog_timeout"} with input as dynamic({"spark.dynamicAllocation.sustainedSchedulerBacklogTimeout": 0})
	count(found) == 0 with input as dynamic({"spark.dynamicAllocation.schedulerBacklogTimeout": 1000})
}

test_allocation_ratio if {
	found == {"allocation_ratio"} with input as dynamic({"spark.dynamicAllocation.executorAllocationRatio": 0})
	found == {"allocation_ratio"} with input as dynamic({"spark.dynamicAllocation.executorAllocationRatio": 1.5})
	count(found) == 0 with input as dynamic({"spark.dynamicAllocation.executorAllocationRatio": 1})
}

test_nothing_without_dynamic_allocation if {
	count(found) == 0 with input as job.on("yarn", {"spark.dynamicAllocation.schedulerBacklogTimeout": 0, "spark.dynamicAllocation.executorAllocationRatio": 0})
}

test_two_dynamic_allocations if {
	found == {"two_dynamic_allocations"} with input as dynamic({"spark.streaming.dynamicAllocation.enabled": true})
	count(found) == 0 with input as streaming({})
}

test_streaming_ratios if {
	found == {"streaming_ratios"} with input as streaming({"spark.streaming.dynamicAllocation.scalingUpRatio": 0.3})
	count(found) == 0 with input as streaming({"spark.streaming.dynamicAllocation.scalingUpRatio": 0.31})
}

test_streaming_bounds if {
	found == {"streaming_bounds"} with input as streaming({"spark.streaming.dynamicAllocation.minExecutors": 5, "spark.streaming.dynamicAllocation.maxExecutors": 2})
	count(found) == 0 with input as streaming({"spark.streaming.dynamicAllocation.minExecutors": 2, "spark.streaming.dynamicAllocation.maxExecutors": 2})
}
