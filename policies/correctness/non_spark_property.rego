# METADATA
# title: Setting that spark-submit drops
# description: |
#   spark-submit keeps only keys that begin with spark. and drops the others with one line in its log. Hadoop's,
#   Hive's and Parquet's settings reach the job with spark.hadoop. in front.
# related_resources:
#   - description: Custom Hadoop and Hive configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html#custom-hadoophive-configuration
#   - description: SparkSubmitArguments
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/deploy/SparkSubmitArguments.scala
# custom:
#   severity: error
#   since: 0.1.0
#   params:
#     hadoop:
#       default: [dfs., fs., hadoop., hive., mapred., mapreduce., orc., parquet.]
#       doc: beginnings of keys that Hadoop and what lies on it read
#   fix: Put spark.hadoop. in front of a Hadoop setting; hand anything else to the application as an argument or an environment variable.
#   yields_to: [platform/dataproc_property_prefix, platform/emr_classification_misplaced]
package policies.correctness.non_spark_property

params := data.params.correctness.non_spark_property

deny contains object.union(
	{
		"at": a.id,
		"msg": $"spark-submit drops {a.key}: it keeps only keys that begin with spark.",
		"severity": severity(a),
	},
	mended(a),
) if {
	some a in input.assignments
	not startswith(a.key, "spark.")
	not startswith(a.key, "\ufeff")
	not input.keys[a.key].nearest
	read_by_spark(a)
}

# A properties file alone may be an application's, with keys of its own.
read_by_spark(a) if a.layer != "properties-file"

read_by_spark(_) if input.job.complete

hadoop(key) if {
	some prefix in params.hadoop
	startswith(key, prefix)
}

severity(a) := "error" if {
	hadoop(a.key)
} else := "error" if {
	a.layer in {"conf", "flag"}
} else := "warning"

mended(a) := {"rename": {a.key: $"spark.hadoop.{a.key}"}} if {
	hadoop(a.key)
} else := {}
