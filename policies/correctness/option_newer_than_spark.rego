# METADATA
# title: Option that this Spark does not have
# description: |
#   spark-submit stops at an option that it does not know, and some came late: --remote in 3.4,
#   --driver-default-class-path in 4.0.
# related_resources:
#   - description: Launching applications with spark-submit
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Delete the option, or run the job on a newer Spark.
package policies.correctness.option_newer_than_spark

deny contains {"at": a.id, "msg": a.dropped} if {
	some a in input.assignments
	startswith(a.dropped, "spark-submit knows --")
}
