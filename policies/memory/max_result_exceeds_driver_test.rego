package policies.memory.max_result_exceeds_driver_test

import data.policies.memory.max_result_exceeds_driver as rule

job(limit_mib, heap_mib) := {
	"conf": {"spark.driver.maxResultSize": limit_mib * 1048576},
	"written": {"spark.driver.maxResultSize": "conf", "spark.driver.memory": "flag"},
	"facts": {"driver": {"heap_mib": heap_mib}},
}

test_denies_a_limit_above_the_heap if {
	rule.deny == {{
		"at": "spark.driver.maxResultSize",
		"msg": "8192 MiB of results may come to a driver with 4096 MiB of heap: it runs out of memory before the limit stops them",
		"because": ["driver.heap_mib"],
		"set": {"spark.driver.maxResultSize": "2048m"},
		"unsafe": true,
	}} with input as job(8192, 4096)
}

test_denies_mildly_a_limit_above_half if {
	rule.deny == {{
		"at": "spark.driver.maxResultSize",
		"msg": "3072 MiB of serialized results are 75% of the driver's heap of 4096 MiB; unpacked they may not fit",
		"because": ["driver.heap_mib"],
		"severity": "info",
		"set": {"spark.driver.maxResultSize": "2048m"},
		"unsafe": true,
	}} with input as job(3072, 4096)
}

test_denies_against_the_default_heap if {
	count(rule.deny) == 1 with input as {
		"conf": {"spark.driver.maxResultSize": 4294967296},
		"written": {"spark.driver.maxResultSize": "conf"},
		"unset": {"spark.driver.memory": true},
		"facts": {"driver": {"heap_mib": 1024}},
	}
}

test_allows_half if {
	count(rule.deny) == 0 with input as job(4096, 8192)
}

test_allows_spark_s_own_limit if {
	count(rule.deny) == 0 with input as {
		"conf": {"spark.driver.maxResultSize": 1073741824},
		"unset": {"spark.driver.memory": true, "spark.driver.maxResultSize": true},
		"facts": {"driver": {"heap_mib": 1024}},
	}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.driver.maxResultSize": 8589934592}, "written": {"spark.driver.maxResultSize": "conf", "spark.driver.memory": "flag"}, "facts": {}}
}

test_silent_when_a_job_may_write_the_heap if {
	count(rule.deny) == 0 with input as {"conf": {"spark.driver.maxResultSize": 8589934592}, "written": {"spark.driver.maxResultSize": "spark-defaults"}, "facts": {"driver": {"heap_mib": 1024}}}
}
