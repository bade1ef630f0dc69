package policies.jvm.java_version_unsupported_test

import data.policies.jvm.java_version_unsupported as rule

plain := {"driver": {"jvm_arguments": []}, "executor": {"jvm_arguments": ["-XX:+UseG1GC"]}}

on(spark, java) := {
	"job": {"spark_release": spark, "cluster_manager": "yarn"}, "assignments": [],
	"facts": object.union(plain, {"java": {"version": java}}),
}

test_denies_spark_4_before_java_17 if {
	every java in [8, 11] {
		rule.deny == {{
			"at": "spark_version",
			"msg": $"Spark 4.1 does not start on Java {java}: its classes are compiled for Java 17; it runs on Java 17 and 21",
			"because": ["java.version"],
		}} with input as on("4.1", java)
	}
}

test_denies_spark_4_before_java_17_on_any_platform if {
	some answer in rule.deny with input as object.union(on("4.3", 11), {"job": {"platform": "emr", "cluster_manager": "local"}})
	endswith(answer.msg, "it runs on Java 17, 21 and 25")
}

test_denies_java_17_before_spark_3_3 if {
	every java in [17, 25] {
		some answer in rule.deny with input as on("3.2", java)
		answer.msg == $"Spark 3.2 does not start on Java {java}: it uses java.nio and sun.nio.ch from within, which Java closes from 17 on; it runs on Java 8 and 11"
	}
}

test_denies_java_25_before_spark_4_2 if {
	some answer in rule.deny with input as on("3.5", 25)
	answer.msg == "Spark 3.5 does not start on Java 25: its Hadoop calls Subject.getSubject, which Java has ended; it runs on Java 8, 11 and 17"
}

test_denies_executors_of_spark_4_1 if {
	some answer in rule.deny with input as on("4.1", 25)
	startswith(answer.msg, "Spark 4.1 starts no executors on Java 25")
}

test_allows_what_starts if {
	every pair in [["3.0", 11], ["3.2", 8], ["3.3", 17], ["3.5", 21], ["4.0", 17], ["4.1", 21], ["4.2", 25], ["4.3", 25]] {
		count(rule.deny) == 0 with input as on(pair[0], pair[1])
	}
}

test_allows_a_driver_alone_of_spark_4_1 if {
	count(rule.deny) == 0 with input as object.union(on("4.1", 25), {"job": {"cluster_manager": "local"}})
}

test_allows_what_options_open if {
	facts := {"driver": {"jvm_arguments": ["--add-opens=java.base/java.nio=ALL-UNNAMED"]}}
	count(rule.deny) == 0 with input as object.union(on("3.2", 17), {"facts": facts})
}

test_allows_builds_of_platforms if {
	every pair in [["3.2", 17], ["3.5", 25]] {
		count(rule.deny) == 0 with input as object.union(on(pair[0], pair[1]), {"job": {"platform": "emr"}})
	}
}

test_allows_another_hadoop if {
	facts := {"spark": {"hadoop_versions": ["3.3.4"]}}
	count(rule.deny) == 0 with input as object.union(on("3.5", 25), {"facts": object.union(facts, {"hadoop": {"version": "3.5.0"}})})
	count(rule.deny) == 1 with input as object.union(on("3.5", 25), {"facts": object.union(facts, {"hadoop": {"version": "3.3.4"}})})
}

test_allows_a_java_of_the_job if {
	every name in ["spark.executorEnv.JAVA_HOME", "spark.yarn.appMasterEnv.JDK_JAVA_OPTIONS"] {
		count(rule.deny) == 0 with input as object.union(on("4.0", 11), {"assignments": [{"key": name, "raw": "/opt/jdk"}]})
	}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as object.remove(on("4.0", 11), ["facts"])
	count(rule.deny) == 0 with input as object.union(object.remove(on("4.0", 11), ["job"]), {"job": {}})
	count(rule.deny) == 0 with input as object.union(object.remove(on("4.1", 25), ["job"]), {"job": {"spark_release": "4.1"}})
	count(rule.deny) == 0 with input as object.union(object.remove(on("3.2", 17), ["facts"]), {"facts": {"java": {"version": 17}}})
}
