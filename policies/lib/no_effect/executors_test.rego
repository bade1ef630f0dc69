package policies.lib.no_effect.executors_test

import data.policies.lib.job_test as job
import data.policies.lib.no_effect.executors

found contains row.case if some row in executors.rows

test_overhead_on_standalone if {
	found == {"overhead_on_standalone"} with input as job.on("standalone", {"spark.executor.memoryOverhead": 1073741824})
	count(found) == 0 with input as job.on("yarn", {"spark.executor.memoryOverhead": 1073741824})
}

test_overhead_factor if {
	some row in executors.rows with input as job.on("yarn", {"spark.executor.memoryOverhead": 2147483648, "spark.executor.memoryOverheadFactor": 0.3})
	row.msg == "spark.executor.memoryOverheadFactor=0.3 is not used: spark.executor.memoryOverhead sets the overhead to 2048 MiB"
	found == {"overhead_factor"} with input as job.on("kubernetes", {"spark.driver.memoryOverhead": 2147483648, "spark.driver.memoryOverheadFactor": 0.3})
	count(found) == 0 with input as job.on("yarn", {"spark.executor.memoryOverheadFactor": 0.3})
}

test_initial_below_minimum if {
	found == {"initial_below_minimum"} with input as job.on("yarn", {"spark.dynamicAllocation.enabled": true, "spark.dynamicAllocation.initialExecutors": 1, "spark.dynamicAllocation.minExecutors": 10})
	count(found) == 0 with input as job.on("yarn", {"spark.dynamicAllocation.enabled": true, "spark.dynamicAllocation.initialExecutors": 1})
	count(found) == 0 with input as job.on("yarn", {"spark.dynamicAllocation.initialExecutors": 1, "spark.dynamicAllocation.minExecutors": 10})
}

test_executors_of_all_cores if {
	found == {"executors_of_all_cores"} with input as job.on("standalone", {"spark.dynamicAllocation.enabled": true})
	count(found) == 0 with input as job.on("standalone", {"spark.dynamicAllocation.enabled": true, "spark.executor.cores": 4})
	count(found) == 0 with input as job.on("standalone", {})
}
