package policies.jvm.spark_property_in_options_test

import data.policies.jvm.spark_property_in_options as rule

test_denies_a_setting_for_executors if {
	rule.deny == {{
		"at": "spark.executor.extraJavaOptions",
		"msg": "-Dspark.ui.enabled=false in spark.executor.extraJavaOptions: Spark refuses its own settings there and does not start",
		"set": {"spark.executor.extraJavaOptions": "-Dapp.env=prod -Dspark.x=1", "spark.ui.enabled": "false"},
	}} with input as {"conf": {"spark.executor.extraJavaOptions": "-Dapp.env=prod -Dspark.ui.enabled=false -Dspark.x=1"}}
}

test_denies_a_setting_for_the_application_master if {
	some answer in rule.deny with input as {"conf": {"spark.yarn.am.extraJavaOptions": "-Dspark.x=1"}}
	answer.at == "spark.yarn.am.extraJavaOptions"
}

test_denies_default_options_since_4_0 if {
	options := {"conf": {"spark.executor.defaultJavaOptions": "-verbose:gc -Dspark=1"}}
	some answer in rule.deny with input as object.union(options, {"job": {"spark_release": "4.0"}})
	answer.at == "spark.executor.defaultJavaOptions"
	count(rule.deny) == 0 with input as object.union(options, {"job": {"spark_release": "3.5"}})
}

test_allows_other_properties if {
	count(rule.deny) == 0 with input as {"conf": {"spark.executor.extraJavaOptions": "-Dapp.spark=1 -XX:+UseG1GC"}}
}

test_allows_the_driver if {
	count(rule.deny) == 0 with input as {"conf": {"spark.driver.extraJavaOptions": "-Dspark.ui.enabled=false"}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {}, "unknown": {"spark.executor.extraJavaOptions": "shell variable OPTS has no value here"}}
}

test_mends_no_option_without_a_value if {
	some answer in rule.deny with input as {"conf": {"spark.executor.extraJavaOptions": "-Dspark.x"}}
	not answer.set
}

test_mends_nothing_in_quotes if {
	some answer in rule.deny with input as {"conf": {"spark.executor.extraJavaOptions": "-Dspark.x='a b'"}}
	not answer.set
}
