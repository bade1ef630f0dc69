package policies.jvm.xmx_in_options_test

import data.policies.jvm.xmx_in_options as rule

test_denies_a_heap_size_for_executors if {
	rule.deny == {{
		"at": "spark.executor.extraJavaOptions",
		"msg": "-Xmx14g in spark.executor.extraJavaOptions: Spark refuses a heap size there and does not start; it is set by spark.executor.memory",
		"set": {"spark.executor.extraJavaOptions": "-XX:+UseG1GC"},
	}} with input as {"conf": {"spark.executor.extraJavaOptions": "-XX:+UseG1GC -Xmx14g"}}
}

test_denies_a_heap_size_for_the_driver if {
	some answer in rule.deny with input as {"conf": {"spark.driver.extraJavaOptions": "'-Xmx2g'"}}
	answer.at == "spark.driver.extraJavaOptions"
	answer.msg == "-Xmx2g in spark.driver.extraJavaOptions: Spark refuses a heap size there and does not start; it is set by spark.driver.memory"
}

test_denies_a_heap_size_in_default_options if {
	rule.deny == {{
		"at": "spark.executor.defaultJavaOptions",
		"msg": "-Xmx2g in spark.executor.defaultJavaOptions: Spark 4.0 and later refuse it, earlier ones run executors with another heap than spark.executor.memory",
		"unset": ["spark.executor.defaultJavaOptions"],
		"severity": "warning",
		"unsafe": true,
	}} with input as {"conf": {"spark.executor.defaultJavaOptions": "-Xmx2g"}}
	local := {"job": {"cluster_manager": "local", "spark_release": "3.5"}, "conf": {"spark.executor.defaultJavaOptions": "-Xmx2g"}}
	count(rule.deny) == 0 with input as local
}

test_denies_what_looks_like_a_heap_size if {
	count(rule.deny) == 1 with input as {"conf": {"spark.executor.extraJavaOptions": "-Da=-Xmx4g"}}
	count(rule.deny) == 1 with input as {"job": {"spark_release": "3.5"}, "conf": {"spark.driver.extraJavaOptions": "-Da=Xmx"}}
}

test_denies_what_looks_like_a_heap_size_in_default_options_since_4_0 if {
	options := {"conf": {"spark.executor.defaultJavaOptions": "x-Xmx"}}
	some answer in rule.deny with input as object.union(options, {"job": {"spark_release": "4.0", "cluster_manager": "local"}})
	answer.severity == "error"
	count(rule.deny) == 0 with input as object.union(options, {"job": {"spark_release": "3.5"}})
}

test_allows_what_looks_like_a_heap_size_since_4_0 if {
	count(rule.deny) == 0 with input as {"job": {"spark_release": "4.0"}, "conf": {"spark.driver.extraJavaOptions": "-Da=-Xmx4g"}}
}

test_allows_the_first_size_of_the_heap if {
	count(rule.deny) == 0 with input as {"conf": {"spark.executor.extraJavaOptions": "-Xms4g -Xss2m -XX:+UseG1GC"}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unknown": {"spark.executor.extraJavaOptions": "shell variable OPTS has no value here"}}
}
