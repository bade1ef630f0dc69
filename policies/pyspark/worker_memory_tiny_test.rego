package policies.pyspark.worker_memory_tiny_test

import data.policies.pyspark.worker_memory_tiny as rule

executor(mib, cores) := {"conf": {"spark.executor.pyspark.memory": mib * 1048576}, "facts": {"executor": {"cores": cores}}}

test_denies_little_for_each_core if {
	rule.deny == {{
		"at": "spark.executor.pyspark.memory",
		"msg": "1024 MiB for 5 cores are 204 MiB of address space for each Python worker; below 256 MiB imports of NumPy or PyArrow may fail",
		"because": ["executor.cores"],
	}} with input as executor(1024, 5)
}

test_allows_enough if {
	count(rule.deny) == 0 with input as executor(1024, 4)
}

test_allows_no_limit if {
	count(rule.deny) == 0 with input as executor(0, 4)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.executor.pyspark.memory": 1048576}, "facts": {"executor": {}}}
}
