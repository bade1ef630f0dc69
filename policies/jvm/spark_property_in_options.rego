# METADATA
# title: Spark setting in the executors' Java options
# description: |
#   Executors get their Spark settings from the driver. Spark refuses any -Dspark… among their Java options, from 4.0 on
#   among their default ones too, and among those of YARN's application master, and the job ends before it starts.
# related_resources:
#   - description: Spark configuration, runtime environment
#     ref: https://spark.apache.org/docs/latest/configuration.html#runtime-environment
#   - description: SparkConf.validateSettings, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/SparkConf.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write the setting as a key of its own, with --conf or in spark-defaults.conf.
package policies.jvm.spark_property_in_options

import data.policies.lib.java_options
import data.policies.lib.release

deny contains object.union({"at": key, "msg": $"{word} in {key}: Spark refuses its own settings there and does not start"}, mended(key, word)) if {
	some key in searched
	word := [word | some word in java_options.words(java_options.by_key[key]); contains(word, "-Dspark")][0]
}

# Where Spark looks for these letters.
searched contains "spark.executor.extraJavaOptions"

searched contains "spark.yarn.am.extraJavaOptions"

searched contains "spark.executor.defaultJavaOptions" if release.at_least("4.0")

# The setting moves to where Spark reads it.
mended(key, word) := object.union(left, {"set": {name: value}}) if {
	[_, name, value] := regex.find_all_string_submatch_n(`^-D(spark\.[^=]+)=(.+)$`, word, 1)[0]
	text := java_options.by_key[key]
	left := java_options.leave(key, text, [other | some other in java_options.words(text); other != word])
	left != {}
} else := {}
