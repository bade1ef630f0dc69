package policies.lib.startup_constraint.yarn_test

import data.policies.lib.job_test as job
import data.policies.lib.startup_constraint.yarn

found contains row.case if some row in yarn.rows

test_what_spark_asks_for_itself if {
	some row in yarn.rows with input as job.on("yarn", {"spark.yarn.executor.resource.memory-mb.amount": "2g"})
	row.msg == "spark.yarn.executor.resource.memory-mb.amount=2g: Spark asks for that by spark.executor.memory, and does not start"
	every name in ["spark.yarn.am.resource.vcores.amount", "spark.yarn.driver.resource.cores.amount", "spark.yarn.executor.resource.yarn.io/gpu.amount"] {
		found == {"yarn_resource"} with input as job.on("yarn", {name: 2})
	}
}

test_other_resources_are_fine if {
	every name in ["spark.yarn.am.resource.yarn.io/gpu.amount", "spark.yarn.executor.resource.acme.io/tpu.amount"] {
		count(found) == 0 with input as job.on("yarn", {name: 2})
	}
	count(found) == 0 with input as job.on("kubernetes", {"spark.yarn.executor.resource.memory.amount": 2})
}

test_suffix if {
	found == {"yarn_resource_suffix"} with input as job.on("yarn", {"spark.yarn.executor.resource.fpga": 2})
	found == {"yarn_resource_suffix"} with input as job.on("yarn", {"spark.yarn.executor.resource.fpga.count": 2})
}
