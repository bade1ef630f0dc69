package policies.jvm.multiple_collectors_test

import data.policies.jvm.multiple_collectors as rule

test_denies_two_in_one_setting if {
	rule.deny == {{
		"at": "spark.executor.extraJavaOptions",
		"msg": "-XX:+UseG1GC and -XX:+UseParallelGC: the executor's JVM does not start with 2 collectors",
		"notes": set(),
	}} with input as {"job": {}, "conf": {"spark.executor.extraJavaOptions": "-XX:+UseParallelGC -XX:+UseG1GC"}}
}

test_denies_one_in_each_setting if {
	rule.deny == {{
		"at": "spark.driver.extraJavaOptions",
		"msg": "-XX:+UseG1GC and -XX:+UseParallelGC: the driver's JVM does not start with 2 collectors",
		"notes": {"spark.driver.defaultJavaOptions"},
	}} with input as {"job": {}, "conf": {"spark.driver.defaultJavaOptions": "-XX:+UseParallelGC", "spark.driver.extraJavaOptions": "-XX:+UseG1GC"}}
}

test_allows_one_taken_back if {
	count(rule.deny) == 0 with input as {"job": {}, "conf": {"spark.executor.defaultJavaOptions": "-XX:+UseParallelGC", "spark.executor.extraJavaOptions": "-XX:-UseParallelGC -XX:+UseG1GC"}}
}

test_allows_one_for_each_jvm if {
	count(rule.deny) == 0 with input as {"job": {}, "conf": {"spark.driver.extraJavaOptions": "-XX:+UseParallelGC", "spark.executor.extraJavaOptions": "-XX:+UseG1GC"}}
}

test_allows_any_where_no_executor_starts if {
	count(rule.deny) == 0 with input as {"job": {"cluster_manager": "local"}, "conf": {"spark.executor.extraJavaOptions": "-XX:+UseParallelGC -XX:+UseG1GC"}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}, "conf": {"spark.executor.extraJavaOptions": "-XX:+UseG1GC"}, "unknown": {"spark.executor.defaultJavaOptions": "shell variable OPTS has no value here"}}
}
