# METADATA
# title: pyspark with an application
# description: |
#   pyspark opens a shell. Since Spark 2.0 it refuses to run a file, and it takes no arguments of its own beside
#   options.
# related_resources:
#   - description: Submitting applications
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Run the file with spark-submit.
package policies.correctness.pyspark_with_application

deny contains {
	"at": o.id,
	"msg": $"pyspark refuses {o.text}: it is a shell, and spark-submit runs applications",
} if {
	some o in input.observations
	o.kind == "pyspark_with_application"
}
