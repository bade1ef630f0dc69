# METADATA
# title: Option after the application
# description: |
#   spark-submit reads options up to the application file. Everything after it belongs to the application: Spark
#   never sees it, and runs with its defaults.
# related_resources:
#   - description: Submitting applications
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
#   - description: How spark-submit reads its options
#     ref: https://github.com/apache/spark/blob/v3.5.1/launcher/src/main/java/org/apache/spark/launcher/SparkSubmitOptionParser.java
# custom:
#   severity: error
#   since: 0.1.0
#   params:
#     of_spark_alone:
#       default:
#         - --deploy-mode
#         - --driver-class-path
#         - --driver-cores
#         - --driver-java-options
#         - --driver-library-path
#         - --driver-memory
#         - --executor-cores
#         - --executor-memory
#         - --exclude-packages
#         - --num-executors
#         - --packages
#         - --py-files
#         - --total-executor-cores
#       doc: options that an application hardly has of its own
#   fix: Move the option before the application file.
package policies.correctness.options_after_application

params := data.params.correctness.options_after_application

deny contains {
	"at": o.id,
	"msg": $"{o.text} stands after the application, which gets it in place of Spark",
	"severity": severity(o.text),
} if {
	some o in input.observations
	o.kind == "options_after_application"
}

# Some names are as likely an application's own.
severity(text) := "error" if {
	split(text, " ")[0] in params.of_spark_alone
} else := "warning" if {
	startswith(text, "--conf")
} else := "info"
