# METADATA
# title: JVM flag that newer Java no longer knows
# description: |
#   The flag ended with an older Java. From Spark 3.3 on, Spark starts its JVMs with
#   -XX:+IgnoreUnrecognizedVMOptions, so that the flag is dropped without a word: the collector or the log it asked for
#   is not there. Before Spark 3.3 the JVM does not start, unless the options themselves say so.
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
import data.policies.lib.release as lines

deny contains object.union(
	{"at": key, "msg": $"{flags}; {consequence(key, ended)}", "severity": severity, "unsafe": unsafe},
	java_options.leave(key, text, [word | some word in java_options.words(text); not word in ended]),
) if {
	some key, text in java_options.by_key
	ended := [word | some word in java_options.words(text); jvm_flags.ended[java_options.flag(word)].last < newest]
	count(ended) > 0
	flags := concat(", ", [lifetime(word) | some word in ended])
	severity := certainty(ended)

	# On a Java that still knows the flag, it did something.
	unsafe := count([true | every word in ended { jvm_flags.ended[java_options.flag(word)].last < oldest }]) == 0
}

lifetime(word) := $"{word} works up to Java {last} (now {now})" if {
	last := jvm_flags.ended[java_options.flag(word)].last
	now := jvm_flags.ended[java_options.flag(word)].now
} else := $"{word} works up to Java {last}" if {
	last := jvm_flags.ended[java_options.flag(word)].last
}

consequence(_, words) := $"Spark {release} needs Java 17, which passes over unknown flags in silence" if {
	lines.at_least("4.0")
	every word in words { jvm_flags.ended[java_options.flag(word)].last < 17 }
} else := $"under Spark {release}, newer Java passes over unknown flags in silence" if {
	lines.at_least("3.3")
}

consequence(key, words) := "newer Java passes over unknown flags in silence, as it is told to" if {
	not lines.at_least("3.3")
	told_to_ignore[key]
} else := $"Java {refusing(words)} and later do not start" if {
	release
	not lines.at_least("3.3")
} else := "newer Java passes over unknown flags in silence, and under Spark before 3.3 does not start" if {
	not release
}

# The first Java that does not start with one of the words.
refusing(words) := min([jvm_flags.refused(java_options.flag(word)) | some word in words])

# The settings of a JVM whose options say so themselves.
told_to_ignore contains key if {
	some by_key in java_options.by_jvm
	some text in by_key
	"-XX:+IgnoreUnrecognizedVMOptions" in java_options.words(text)
	some key, _ in by_key
}

release := input.job.spark_release

# The oldest Java that the job may run on, and the newest.
default oldest := 8

oldest := 17 if lines.at_least("4.0")

default newest := 17

newest := 25 if {
	lines.at_least("4.2")
} else := 21 if lines.at_least("4.0")

# Where Spark passes over the flag, the job may still run on a Java that knows it.
certainty(words) := "info" if {
	lines.at_least("3.3")
	every word in words { jvm_flags.ended[java_options.flag(word)].last >= oldest }
} else := "warning"
