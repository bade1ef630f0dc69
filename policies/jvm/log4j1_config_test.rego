package policies.jvm.log4j1_config_test

import data.policies.jvm.log4j1_config as rule

driver(release, options) := {"job": {"spark_release": release}, "conf": {"spark.driver.extraJavaOptions": options}}

test_denies_a_log4j_2_file_under_the_old_property if {
	rule.deny == {{
		"at": "spark.driver.extraJavaOptions",
		"msg": "-Dlog4j.configuration=file:conf/log4j2.properties: this property is for Log4j 1 files; one for Log4j 2 is passed over, and Spark logs as it does by default",
		"set": {"spark.driver.extraJavaOptions": "-Xss4m -Dlog4j2.configurationFile=file:conf/log4j2.properties"},
	}} with input as driver("3.5", "-Xss4m -Dlog4j.configuration=file:conf/log4j2.properties")
}

test_denies_without_a_mending_when_the_release_is_unknown if {
	some answer in rule.deny with input as {"job": {}, "conf": {"spark.executor.extraJavaOptions": "-Dlog4j.configuration=log4j2-prod.xml"}}
	not answer.set
}

test_denies_the_new_property_under_log4j_1 if {
	every property in ["log4j2", "log4j"] {
		some answer in rule.deny with input as driver("3.2", $"-D{property}.configurationFile=log4j2.xml")
		answer.msg == $"-D{property}.configurationFile=log4j2.xml has no effect: Spark 3.2 logs by Log4j 1, which reads -Dlog4j.configuration"
	}
}

test_denies_mildly_what_the_bridge_reads if {
	some answer in rule.deny with input as driver("4.0", "'-Dlog4j.configuration=file:///etc/log4j.properties'")
	answer.severity == "info"
}

test_allows_the_property_of_the_release if {
	count(rule.deny) == 0 with input as driver("3.5", "-Dlog4j2.configurationFile=log4j2.xml")
	count(rule.deny) == 0 with input as driver("3.2", "-Dlog4j.configuration=log4j.properties")
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}, "conf": {"spark.driver.extraJavaOptions": "-Dlog4j.configuration=log4j.properties -Dlog4j2.configurationFile=log4j2.xml"}}
}
