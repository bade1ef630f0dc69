# METADATA
# title: JVM flag that newer Java no longer knows
# description: |
#   The flag ended with an older Java. From Spark 3.3 on, Spark starts its JVMs with
#   -XX:+IgnoreUnrecognizedVMOptions, so that the flag is dropped without a word: the collector or the log it asked for
#   is not there. Before Spark 3.3 the JVM does not start.
# related_resources:
#   - description: JavaModuleOptions, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/launcher/src/main/java/org/apache/spark/launcher/JavaModuleOptions.java
#   - description: Logging flags of Java 8 and what replaced them
#     ref: https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html#convert-gc-logging-flags-to-xlog
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Remove the flag, or put its successor in its place (-Xlog:gc* for the logging of Java 8, -XX:+UseG1GC for mark-sweep).
package policies.jvm.removed_flag

import data.policies.lib.java_options
import data.policies.lib.jvm_flags

deny contains object.union(
	{"at": key, "msg": $"{flags}; {consequence}", "severity": severity, "unsafe": unsafe},
	java_options.leave(key, text, [word | some word in java_options.words(text); not word in ended]),
) if {
	some key, text in java_options.by_key
	ended := [word | some word in java_options.words(text); jvm_flags.ended[java_options.flag(word)]]
	count(ended) > 0
	flags := concat(", ", [lifetime(word) | some word in ended])
	severity := certainty(ended)

	# On a Java that still knows the flag, it did something.
	unsafe := count([true | at_least("4.0")]) == 0
}

lifetime(word) := $"{word} works up to Java {last} (now {successor})" if {
	last := jvm_flags.ended[java_options.flag(word)].last
	successor := jvm_flags.ended[java_options.flag(word)].now
} else := $"{word} works up to Java {last}" if {
	last := jvm_flags.ended[java_options.flag(word)].last
}

default consequence := "newer Java passes over unknown flags in silence, and under Spark before 3.3 does not start"

consequence := $"Spark {release} needs Java 17, which passes over unknown flags in silence" if at_least("4.0")

else := $"under Spark {release}, newer Java passes over unknown flags in silence" if at_least("3.3")

else := "newer Java does not start" if release

release := input.job.spark_release

at_least(line) if {
	version := concat(".", [release, "0"])
	semver.compare(version, concat(".", [line, "0"])) >= 0
}

# A job on Spark 3.3 to 3.5 may still run on a Java that knows the flag.
certainty(words) := "info" if {
	at_least("3.3")
	not at_least("4.0")
	every word in words { jvm_flags.ended[java_options.flag(word)].last >= 8 }
} else := "warning"
