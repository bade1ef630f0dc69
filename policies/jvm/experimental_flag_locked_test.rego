package policies.jvm.experimental_flag_locked_test

import data.policies.jvm.experimental_flag_locked as rule

test_denies_an_experimental_flag if {
	rule.deny == {{
		"at": "spark.executor.extraJavaOptions",
		"msg": "-XX:G1NewSizePercent=10 needs -XX:+UnlockExperimentalVMOptions in front; without it the JVM does not start",
		"set": {"spark.executor.extraJavaOptions": "-XX:+UnlockExperimentalVMOptions -XX:+UseG1GC -XX:G1NewSizePercent=10"},
	}} with input as {"job": {}, "conf": {"spark.executor.extraJavaOptions": "-XX:+UseG1GC -XX:G1NewSizePercent=10"}}
}

test_denies_an_unlock_that_comes_late if {
	some answer in rule.deny with input as {"job": {}, "conf": {"spark.driver.extraJavaOptions": "-XX:+DebugNonSafepoints -XX:+UnlockDiagnosticVMOptions"}}
	answer.msg == "-XX:+DebugNonSafepoints needs -XX:+UnlockDiagnosticVMOptions in front; without it the JVM does not start"
}

test_allows_an_unlocked_flag if {
	count(rule.deny) == 0 with input as {"job": {}, "conf": {"spark.executor.extraJavaOptions": "-XX:+UnlockExperimentalVMOptions -XX:G1NewSizePercent=10"}}
}

test_allows_a_flag_that_the_default_options_unlock if {
	count(rule.deny) == 0 with input as {"job": {}, "conf": {
		"spark.executor.defaultJavaOptions": "-XX:+UnlockExperimentalVMOptions",
		"spark.executor.extraJavaOptions": "-XX:G1NewSizePercent=10",
		"spark.driver.defaultJavaOptions": "-XX:+UnlockDiagnosticVMOptions",
		"spark.driver.extraJavaOptions": "-XX:+PrintInlining",
	}}
}

test_allows_any_where_no_executor_starts if {
	count(rule.deny) == 0 with input as {"job": {"cluster_manager": "local"}, "conf": {"spark.executor.extraJavaOptions": "-XX:G1NewSizePercent=10"}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"job": {},
		"conf": {"spark.executor.extraJavaOptions": "-XX:G1NewSizePercent=10", "spark.driver.extraJavaOptions": "-XX:+PrintInlining"},
		"unknown": {"spark.executor.defaultJavaOptions": "shell variable OPTS has no value here", "spark.driver.defaultJavaOptions": "shell variable OPTS has no value here"},
	}
}
