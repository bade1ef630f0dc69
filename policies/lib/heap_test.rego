package policies.lib.heap_test

import data.policies.lib.heap

facts := {"executor": {"offheap_mib": 0, "pyspark_mib": 0, "overhead_mib": 2048, "overhead_factor": 0.1}}

test_by_the_factor if heap.executor(16384) == 14894 with input as {"written": {}, "conf": {}, "facts": facts}

test_by_the_least_overhead if heap.executor(2048) == 1664 with input as {"written": {}, "conf": {}, "facts": facts}

test_by_a_written_least_overhead if {
	heap.executor(2048) == 1024 with input as {"written": {}, "conf": {"spark.executor.minMemoryOverhead": 1073741824}, "facts": facts}
}

test_by_the_written_overhead if {
	heap.executor(16384) == 14336 with input as {"written": {"spark.executor.memoryOverhead": "conf"}, "conf": {}, "facts": facts}
}

test_none_below_what_starts if {
	not heap.executor(800) with input as {"written": {}, "conf": {}, "facts": facts}
}

test_of_a_driver if {
	heap.driver(2048) == 1024 with input as {"conf": {"spark.driver.minMemoryOverhead": 1073741824}, "facts": {"driver": {"overhead_factor": 0.1}}}
	heap.driver(2048) == 1664 with input as {"conf": {}, "facts": {"driver": {"overhead_factor": 0.1}}}
}

test_text if {
	heap.text(14894) == "14g"
	heap.text(1664) == "1664m"
}

test_exact if {
	heap.exact(14336) == "14g"
	heap.exact(14337) == "14337m"
}
