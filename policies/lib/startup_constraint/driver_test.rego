package policies.lib.startup_constraint.driver_test

import data.policies.lib.job_test as job
import data.policies.lib.startup_constraint.driver

found contains row.case if some row in driver.rows

test_no_port_is_tried if {
	some row in driver.rows with input as job.on("yarn", {"spark.port.maxRetries": -1})
	row.case == "port_retries"
	row.msg == "spark.port.maxRetries=-1: with fewer than 0 the driver tries no port at all, and does not start"
	count(found) == 0 with input as job.on("yarn", {"spark.port.maxRetries": 0})
}

test_messages_have_a_limit if {
	some row in driver.rows with input as job.on("yarn", {"spark.rpc.message.maxSize": 2048})
	row.set == {"spark.rpc.message.maxSize": "2047"}
	count(found) == 0 with input as job.on("yarn", {"spark.rpc.message.maxSize": 2047})
}

test_an_overhead_is_not_negative if {
	some row in driver.rows with input as job.of({"spark_release": "3.5"}, {"spark.executor.memoryOverhead": -1048576})
	row.msg == "an overhead of -1 MiB: the driver refuses a negative one, and does not start"
	row.severity == "error"
	found == {"negative_overhead"} with input as job.of({"spark_release": "3.0", "cluster_manager": "yarn"}, {"spark.executor.memoryOverhead": -1048576})
	count(found) == 0 with input as job.of({"spark_release": "3.0", "cluster_manager": "local"}, {"spark.executor.memoryOverhead": -1048576})
	count(found) == 0 with input as job.on("yarn", {"spark.executor.memoryOverhead": 0})
}

test_shuffle_manager if {
	found == {"shuffle_manager"} with input as job.on("yarn", {"spark.shuffle.manager": "hash"})
	some row in driver.rows with input as job.on("yarn", {"spark.shuffle.manager": "none"})
	row.msg == "there is no shuffle manager none: Spark does not start"
	count(found) == 0 with input as job.on("yarn", {"spark.shuffle.manager": "tungsten-sort"})
	count(found) == 0 with input as job.on("yarn", {"spark.shuffle.manager": "com.acme.Shuffle"})
}
