# METADATA
# title: Driver setting in the driver's own code
# description: |
#   When an application's code runs under spark-submit, its driver's JVM is up, its packages are resolved, and the deploy
#   mode is decided. A heap, options, a class path or packages in SparkConf or the session's builder then change nothing,
#   although spark.conf shows them. Only code that starts its own JVM, as in python app.py, still decides them.
# related_resources:
#   - description: Spark configuration, spark.driver.memory ("must not be set through the SparkConf directly")
#     ref: https://spark.apache.org/docs/latest/configuration.html#application-properties
#   - description: SparkSubmitCommandBuilder
#     ref: https://github.com/apache/spark/blob/v3.5.1/launcher/src/main/java/org/apache/spark/launcher/SparkSubmitCommandBuilder.java
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     layers: [code]
#   params:
#     likely:
#       default: [spark.driver.extraClassPath, spark.driver.extraJavaOptions, spark.driver.memory, spark.submit.deployMode]
#       doc: settings to speak of also where it is not known what starts the code
#   fix: Give it to spark-submit, or write it into spark-defaults.conf.
package policies.correctness.driver_conf_set_too_late

params := data.params.correctness.driver_conf_set_too_late

deny contains {
	"at": a.id,
	"msg": $"{a.key} comes too late: {a.dropped}",
	"unset": [a.name],
	"unsafe": true,
} if {
	some a in input.assignments
	a.layer == "code"
	a.dropped != ""
}

deny contains {
	"at": a.id,
	"msg": $"{a.key} comes too late if spark-submit starts this code: the driver is running by then",
	"severity": "warning",
} if {
	input.job.complete == false
	some a in input.assignments
	a.layer == "code"
	a.name in params.likely
}
