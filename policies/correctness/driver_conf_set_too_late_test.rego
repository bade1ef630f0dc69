package policies.correctness.driver_conf_set_too_late_test

import data.policies.correctness.driver_conf_set_too_late

found(name, dropped, complete) := result if {
	result := driver_conf_set_too_late.deny with input.job as {"complete": complete}
		with input.assignments as [{"id": "assignment#0", "key": name, "name": name, "layer": "code", "dropped": dropped}]
}

test_denies if {
	some f in found("spark.driver.memory", "the driver's JVM is running", true)
	f.msg == "spark.driver.memory comes too late: the driver's JVM is running"
}

test_warns_of_code_alone if {
	some f in found("spark.driver.memory", "", false)
	f.severity == "warning"
}

test_allows if {
	count(found("spark.executor.memory", "", true)) == 0
	count(found("spark.jars.packages", "", false)) == 0
}
