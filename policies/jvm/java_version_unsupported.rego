# METADATA
# title: Java on which Spark does not start
# description: |
#   Spark 4.0 and later are compiled for Java 17: an older one ends with UnsupportedClassVersionError. Spark before 3.3
#   uses java.nio and sun.nio.ch from within, which Java 17 closes unless --add-opens is among the options. Java 25 has
#   ended Subject.getSubject, with which the Hadoop of Spark before 4.2 asks who the user is: neither drivers nor
#   executors start, except for a driver of Spark 4.1.
# related_resources:
#   - description: Spark 4.0, downloading, which Java it runs on
#     ref: https://spark.apache.org/docs/4.0.0/#downloading
#   - description: JEP 403, strongly encapsulate JDK internals
#     ref: https://openjdk.org/jeps/403
#   - description: JEP 486, permanently disable the Security Manager
#     ref: https://openjdk.org/jeps/486
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     profile: true
#   fix: Run the job on a Java that the Spark release supports, or write in the profile the Java that the cluster has.
package policies.jvm.java_version_unsupported

import data.policies.lib.platform
import data.policies.lib.release

java := input.facts.java.version

deny contains {
	"at": "spark_version",
	"msg": $"Spark {input.job.spark_release} {what}; it runs on Java {supported}",
	"because": ["java.version"],
} if {
	what := trouble
	not another_java
}

trouble := $"does not start on Java {java}: its classes are compiled for Java 17" if {
	release.at_least("4.0")
	java < 17
}

trouble := $"does not start on Java {java}: it uses java.nio and sun.nio.ch from within, which Java closes from 17 on" if {
	release.before("3.3")
	java >= 17
	not platform.managed
	closed
}

trouble := $"{failure} on Java {java}: its Hadoop calls Subject.getSubject, which Java has ended" if {
	failure := consequence
	release.at_least("3.3")
	release.before("4.2")
	java >= 25
	not platform.managed
	not another_hadoop
}

# The driver of Spark 4.1 starts, and ends with the first file it reads or writes.
consequence := "does not start" if {
	release.before("4.1")
} else := "starts no executors" if {
	input.job.cluster_manager != "local"
}

supported := "8 and 11" if {
	release.before("3.3")
} else := "8, 11 and 17" if {
	release.before("4.0")
} else := "17 and 21" if {
	release.before("4.2")
} else := "17, 21 and 25"

# No option opens what Java closes, and none names a file that may.
closed if {
	every word in array.concat(input.facts.driver.jvm_arguments, input.facts.executor.jvm_arguments) {
		not regex.match(`^(--add-|@)`, word)
	}
}

# The job brings a Java, or options for it, in a variable.
another_java if {
	some a in input.assignments
	regex.match(`Env\.(JAVA_HOME|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|_JAVA_OPTIONS)$`, a.key)
}

# The cluster has a Hadoop that is not the one in Spark's downloads.
another_hadoop if {
	version := input.facts.hadoop.version
	not version in input.facts.spark.hadoop_versions
}
