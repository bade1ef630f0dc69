package policies.yarn.am_container_exceeds_max_test

import data.policies.yarn.am_container_exceeds_max as rule

driver(container) := {
	"written": {"spark.driver.memory": "flag"}, "conf": {}, "unset": {"spark.driver.memoryOverhead": true},
	"facts": {"driver": {"container_mib": container, "overhead_factor": 0.1}, "am": {}, "yarn": {"maximum_allocation_mib": 8192}},
}

test_denies_a_driver_and_mends if {
	rule.deny == {{
		"at": "driver.container_mib",
		"msg": "the driver's container of 9011 MiB is above yarn.scheduler.maximum-allocation-mb 8192: spark-submit refuses the job",
		"because": ["driver.container_mib", "yarn.maximum_allocation_mib"],
		"set": {"spark.driver.memory": "7g"},
		"unsafe": true,
	}} with input as driver(9011)
}

test_does_not_mend_around_a_written_overhead if {
	some answer in rule.deny with input as object.union(driver(9011), {"unset": {"spark.driver.memoryOverhead": false}})
	not answer.set
}

test_denies_an_application_master if {
	some answer in rule.deny with input as {"written": {}, "unset": {}, "facts": {"driver": {}, "am": {"container_mib": 9011}, "yarn": {"maximum_allocation_mib": 8192}}}
	answer.at == "am.container_mib"
}

test_allows_just_the_limit if count(rule.deny) == 0 with input as driver(8192)

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"written": {}, "unset": {}, "facts": {"driver": {"container_mib": 99999}, "am": {}, "yarn": {}}}
}
