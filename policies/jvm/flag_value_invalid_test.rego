package policies.jvm.flag_value_invalid_test

import data.policies.jvm.flag_value_invalid as rule

executor(options) := {"job": {"spark_release": "4.0"}, "conf": {"spark.executor.extraJavaOptions": options}}

test_denies_a_size_with_a_b if {
	rule.deny == {{
		"at": "spark.executor.extraJavaOptions",
		"msg": "-XX:MaxMetaspaceSize=512mb takes a whole number, with k, m, g or t at its end and no b: the executor's JVM does not start",
		"set": {"spark.executor.extraJavaOptions": "-XX:+UseG1GC -XX:MaxMetaspaceSize=512m"},
	}} with input as executor("-XX:+UseG1GC -XX:MaxMetaspaceSize=512mb")
}

test_denies_what_cannot_be_mended if {
	rule.deny == {{
		"at": "spark.executor.extraJavaOptions",
		"msg": "-XX:MaxGCPauseMillis=200ms takes a whole number, with k, m, g or t at its end or nothing: the executor's JVM does not start",
	}} with input as executor("-XX:MaxGCPauseMillis=200ms")
}

test_denies_a_value_out_of_range if {
	rule.deny == {{
		"at": "spark.executor.extraJavaOptions",
		"msg": "-XX:G1ReservePercent=60 takes at most 50: the executor's JVM does not start",
		"severity": "error",
	}} with input as executor("-XX:G1ReservePercent=60")
}

test_denies_mildly_where_java_8_may_run if {
	some answer in rule.deny with input as {"job": {}, "conf": {"spark.driver.extraJavaOptions": "-XX:G1ReservePercent=60"}}
	answer.severity == "warning"
	answer.msg == "-XX:G1ReservePercent=60 takes at most 50: the driver's JVM does not start on Java 11 and later"
}

test_denies_a_first_heap_above_the_largest if {
	rule.deny == {{
		"at": "spark.driver.extraJavaOptions",
		"msg": "-Xms2g is more than the driver's heap of 1024 MiB: its JVM does not start",
		"because": ["driver.heap_mib"],
	}} with input as {
		"job": {}, "conf": {"spark.driver.extraJavaOptions": "-Xms2g"},
		"unset": {"spark.driver.memory": true}, "facts": {"driver": {"heap_mib": 1024}},
	}
}

test_denies_a_first_heap_above_the_default if {
	some answer in rule.deny with input as {
		"job": {}, "conf": {"spark.executor.extraJavaOptions": "-XX:InitialHeapSize=4g"},
		"unset": {"spark.executor.memory": true}, "facts": {"executor": {"heap_mib": 1024}},
	}
	answer.msg == "-XX:InitialHeapSize=4g is more than the executor's heap of 1024 MiB: its JVM does not start"
}

test_allows_a_first_heap_that_fits if {
	count(rule.deny) == 0 with input as {
		"job": {}, "conf": {"spark.executor.extraJavaOptions": "-Xms2g -Xms1g", "spark.driver.extraJavaOptions": "-Xms4g"},
		"written": {"spark.executor.memory": "flag", "spark.driver.memory": "flag"},
		"facts": {"executor": {"heap_mib": 1024}, "driver": {"heap_mib": 4096}},
	}
}

test_allows_any_where_no_executor_starts if {
	count(rule.deny) == 0 with input as {"job": {"cluster_manager": "local"}, "conf": {"spark.executor.extraJavaOptions": "-XX:UseG1GC"}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"job": {}, "conf": {"spark.executor.extraJavaOptions": "-Xms64g"}, "facts": {"executor": {"heap_mib": 1024}},
		"unknown": {"spark.driver.extraJavaOptions": "shell variable OPTS has no value here"},
	}
}
