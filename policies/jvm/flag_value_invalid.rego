# METADATA
# title: JVM option with a value that the JVM refuses
# description: |
#   The JVM does not start where an option that it knows is written in another way than it reads: 512mb instead of
#   512m, a switch without + or -, a number out of its range, a first heap above the largest one.
#   -XX:+IgnoreUnrecognizedVMOptions, which Spark adds, does not help. An executor that cannot start is tried again and
#   again, and the job waits.
# related_resources:
#   - description: The java command, advanced options
#     ref: https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html#advanced-options-for-java
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write the option as the JVM reads it, or remove it.
package policies.jvm.flag_value_invalid

import data.policies.lib.java_options
import data.policies.lib.jvm_values

deny contains object.union({"at": key, "msg": $"{word} {wrong.why}: the {jvm}'s JVM does not start"}, mended(key, word, wrong)) if {
	some jvm, key, word
	written[jvm][key][word]
	wrong := jvm_values.malformed(word)
}

# Java 8 takes what is out of range for its bound, with a warning.
deny contains {"at": key, "msg": $"{word} {bound}: the {jvm}'s JVM does not start{since}", "severity": severity} if {
	some jvm, key, word
	written[jvm][key][word]
	bound := jvm_values.out_of_range(word)
	severity := {true: "error", false: "warning"}[needs_java_17]
	since := {true: "", false: " on Java 11 and later"}[needs_java_17]
}

deny contains {"at": key, "msg": $"{word} is more than the {jvm}'s heap of {heap} MiB: its JVM does not start", "because": [$"{jvm}.heap_mib"]} if {
	some jvm, heap in heap_mib
	firsts := [[key, word] | some key, text in java_options.by_jvm[jvm]; some word in java_options.words(text); regex.match(`^-Xms|^-XX:InitialHeapSize=`, word)]
	[key, word] := firsts[count(firsts) - 1]
	jvm_values.number(jvm_values.number_text(word)) > heap * 1048576
	written[jvm][key][word]

	# An option may set the heap behind Spark's back.
	every text in java_options.by_jvm[jvm] { not contains(text, "MaxHeapSize") }
}

written[jvm][key] contains word if {
	some jvm, by_key in java_options.by_jvm
	not idle(jvm)
	some key, text in by_key
	some word in java_options.words(text)
}

# In local mode there are no executors.
idle("executor") if input.job.cluster_manager == "local"

default needs_java_17 := false

needs_java_17 if to_number(split(input.job.spark_release, ".")[0]) >= 4

# A default heap counts only where nobody can have written another.
heap_mib.executor := input.facts.executor.heap_mib if input.written["spark.executor.memory"]

heap_mib.executor := input.facts.executor.heap_mib if input.unset["spark.executor.memory"]

heap_mib.driver := input.facts.driver.heap_mib if input.written["spark.driver.memory"]

heap_mib.driver := input.facts.driver.heap_mib if input.unset["spark.driver.memory"]

mended(key, word, wrong) := java_options.leave(key, java_options.by_key[key], words) if {
	words := [better | some other in java_options.words(java_options.by_key[key]); better := {true: wrong.word, false: other}[other == word]]
	wrong.word
} else := {}
