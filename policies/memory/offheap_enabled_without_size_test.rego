package policies.memory.offheap_enabled_without_size_test

import data.policies.memory.offheap_enabled_without_size as rule

test_denies_no_size if {
	rule.deny == {{
		"at": "spark.memory.offHeap.enabled",
		"msg": "off-heap memory is enabled and spark.memory.offHeap.size is 0, its default: Spark does not start",
	}} with input as {"conf": {"spark.memory.offHeap.enabled": true, "spark.memory.offHeap.size": 0}, "unset": {"spark.memory.offHeap.size": true}}
}

test_denies_a_size_below_a_mebibyte if {
	rule.deny == {{
		"at": "spark.memory.offHeap.size",
		"msg": "off-heap memory is enabled with 2048 bytes: Spark does not start with less than 1 MiB",
		"notes": ["spark.memory.offHeap.enabled"],
	}} with input as {
		"conf": {"spark.memory.offHeap.enabled": true, "spark.memory.offHeap.size": 2048},
		"written": {"spark.memory.offHeap.enabled": "conf", "spark.memory.offHeap.size": "conf"},
	}
}

test_allows_a_size if {
	count(rule.deny) == 0 with input as {
		"conf": {"spark.memory.offHeap.enabled": true, "spark.memory.offHeap.size": 1048576},
		"written": {"spark.memory.offHeap.enabled": "conf", "spark.memory.offHeap.size": "conf"},
	}
}

test_allows_it_off if {
	count(rule.deny) == 0 with input as {"conf": {"spark.memory.offHeap.enabled": false, "spark.memory.offHeap.size": 0}, "unset": {"spark.memory.offHeap.size": true}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.memory.offHeap.enabled": true}, "written": {"spark.memory.offHeap.size": "conf"}, "unknown": {"spark.memory.offHeap.size": "shell variable OFF has no value here"}}
}

test_silent_when_a_job_may_write_the_size if {
	count(rule.deny) == 0 with input as {"conf": {"spark.memory.offHeap.enabled": true, "spark.memory.offHeap.size": 0}, "written": {"spark.memory.offHeap.enabled": "spark-defaults"}}
}
