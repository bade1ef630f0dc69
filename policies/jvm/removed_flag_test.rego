package policies.jvm.removed_flag_test

import data.policies.jvm.removed_flag as rule

executor(release, options) := {
	"job": {"spark_release": release},
	"conf": {"spark.executor.extraJavaOptions": options},
}

test_denies_on_spark_4 if {
	rule.deny == {{
		"at": "spark.executor.extraJavaOptions",
		"msg": "-XX:+PrintGCTimeStamps works up to Java 8 (now -Xlog:gc*); Spark 4.0 needs Java 17, which passes over unknown flags in silence",
		"severity": "warning",
		"set": {"spark.executor.extraJavaOptions": "-XX:+UseG1GC"},
		"unsafe": false,
	}} with input as executor("4.0", "-XX:+UseG1GC -XX:+PrintGCTimeStamps")
}

test_denies_several_at_once if {
	rule.deny == {{
		"at": "spark.driver.defaultJavaOptions",
		"msg": "-XX:+UseConcMarkSweepGC works up to Java 11 (now -XX:+UseG1GC), -d64 works up to Java 8; Spark 4.0 needs Java 17, which passes over unknown flags in silence",
		"severity": "warning",
		"unset": ["spark.driver.defaultJavaOptions"],
		"unsafe": false,
	}} with input as {"job": {"spark_release": "4.0"}, "conf": {"spark.driver.defaultJavaOptions": "-XX:+UseConcMarkSweepGC -d64"}}
}

test_denies_mildly_where_java_8_may_run if {
	rule.deny == {{
		"at": "spark.executor.extraJavaOptions",
		"msg": "-XX:+PrintGCTimeStamps works up to Java 8 (now -Xlog:gc*); under Spark 3.5, newer Java passes over unknown flags in silence",
		"severity": "info",
		"unset": ["spark.executor.extraJavaOptions"],
		"unsafe": true,
	}} with input as executor("3.5", "-XX:+PrintGCTimeStamps")
}

test_denies_what_no_java_of_spark_knows if {
	some answer in rule.deny with input as executor("3.5", "-XX:MaxPermSize=512m")
	answer.severity == "warning"
}

test_denies_before_spark_3_3 if {
	some answer in rule.deny with input as executor("3.2", "-XX:+UseConcMarkSweepGC")
	answer.severity == "warning"
	answer.msg == "-XX:+UseConcMarkSweepGC works up to Java 11 (now -XX:+UseG1GC); Java 17 and later do not start"
}

test_denies_when_the_release_is_unknown if {
	rule.deny == {{
		"at": "spark.yarn.am.extraJavaOptions",
		"msg": "-XX:+PrintGCDateStamps works up to Java 8 (now -Xlog:gc*); newer Java passes over unknown flags in silence, and under Spark before 3.3 does not start",
		"severity": "warning",
		"unset": ["spark.yarn.am.extraJavaOptions"],
		"unsafe": true,
	}} with input as {"job": {}, "conf": {"spark.yarn.am.extraJavaOptions": "-XX:+PrintGCDateStamps"}}
}

test_denies_what_java_warns_of_before_it_refuses if {
	some answer in rule.deny with input as executor("3.1", "-XX:MaxPermSize=512m")
	answer.msg == "-XX:MaxPermSize=512m works up to Java 7 (now -XX:MaxMetaspaceSize); Java 17 and later do not start"
}

test_denies_before_spark_3_3_what_java_is_told_to_ignore if {
	some answer in rule.deny with input as executor("3.1", "-XX:+IgnoreUnrecognizedVMOptions -d64")
	answer.msg == "-d64 works up to Java 8; newer Java passes over unknown flags in silence, as it is told to"
}

test_denies_mildly_what_java_17_knows if {
	rule.deny == {{
		"at": "spark.executor.extraJavaOptions",
		"msg": "-XX:OldSize=100M works up to Java 21; under Spark 4.2, newer Java passes over unknown flags in silence",
		"severity": "info",
		"unset": ["spark.executor.extraJavaOptions"],
		"unsafe": true,
	}} with input as executor("4.2", "-XX:OldSize=100M")
}

test_allows_what_every_java_of_the_release_knows if {
	count(rule.deny) == 0 with input as executor("4.0", "-XX:OldSize=100M")
	count(rule.deny) == 0 with input as executor("3.5", "-XX:-UseBiasedLocking")
}

test_allows_flags_of_today if {
	count(rule.deny) == 0 with input as executor("4.0", "-XX:+UseG1GC -Xlog:gc* -XX:+PrintGCDetails -Dx=PrintGCTimeStamps")
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {"spark_release": "4.0"}, "conf": {}, "unknown": {"spark.executor.extraJavaOptions": "shell variable OPTS has no value here"}}
}
