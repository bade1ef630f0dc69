# METADATA
# title: Heap size in Java options
# description: |
#   Spark sizes its JVMs itself. It refuses -Xmx in the options of executors, of the driver and of YARN's application
#   master, and the job ends before it starts. Where it overlooks one, in spark.executor.defaultJavaOptions before
#   Spark 4.0, executors take another heap than the one their containers were sized for.
# related_resources:
#   - description: Spark configuration, runtime environment
#     ref: https://spark.apache.org/docs/latest/configuration.html#runtime-environment
#   - description: SparkConf.validateSettings, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/SparkConf.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Remove -Xmx and set spark.executor.memory, spark.driver.memory or spark.yarn.am.memory.
package policies.jvm.xmx_in_options

import data.policies.lib.java_options
import data.policies.lib.release

deny contains object.union(
	{"at": key, "msg": $"{word} in {key}: Spark refuses a heap size there and does not start; it is set by {setting}"},
	mended(key),
) if {
	some key, word in heap_option
	setting := {
		"spark.executor.extraJavaOptions": "spark.executor.memory",
		"spark.driver.defaultJavaOptions": "spark.driver.memory",
		"spark.driver.extraJavaOptions": "spark.driver.memory",
		"spark.yarn.am.extraJavaOptions": "spark.yarn.am.memory",
	}[key]
}

deny contains object.union(
	{
		"at": "spark.executor.defaultJavaOptions",
		"msg": $"{word} in spark.executor.defaultJavaOptions: Spark 4.0 and later refuse it, earlier ones run executors with another heap than spark.executor.memory",
		"severity": certainty,
		"unsafe": true,
	},
	mended("spark.executor.defaultJavaOptions"),
) if {
	word := heap_option["spark.executor.defaultJavaOptions"]
}

# With a local master there is no executor to run otherwise.
certainty := "error" if {
	release.at_least("4.0")
} else := "warning" if {
	not input.job.cluster_manager == "local"
}

# The first word of a setting that sizes the heap, or that Spark takes for one:
# for executors it looks for these letters anywhere, in their default options
# from 4.0 on, and for drivers until 4.0.
heap_option[key] := [word | some word in java_options.words(text); sizes(key, word)][0] if some key, text in java_options.by_key

sizes(_, word) if startswith(word, "-Xmx")

sizes(key, word) if {
	key in {"spark.executor.extraJavaOptions", "spark.yarn.am.extraJavaOptions"}
	contains(word, "-Xmx")
}

sizes("spark.executor.defaultJavaOptions", word) if {
	release.at_least("4.0")
	contains(word, "-Xmx")
}

sizes(key, word) if {
	java_options.driver[key]
	to_number(split(input.job.spark_release, ".")[0]) < 4
	contains(word, "Xmx")
}

mended(key) := java_options.leave(key, java_options.by_key[key], [word |
	some word in java_options.words(java_options.by_key[key])
	not sizes(key, word)
])
