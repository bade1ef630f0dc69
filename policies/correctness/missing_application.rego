# METADATA
# title: No application
# description: |
#   spark-submit needs a jar, a Python or an R file to run. Without one it prints its usage and stops. Often an
#   option before has taken the file for its value.
# related_resources:
#   - description: Submitting applications
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
# custom:
#   severity: error
#   since: 0.1.0
#   yields_to: [correctness/missing_option_value]
#   fix: Name the application file as the last word before its own arguments.
package policies.correctness.missing_application

deny contains {
	"at": o.id,
	"msg": $"{o.text} names no application file to run, and stops",
} if {
	some o in input.observations
	o.kind == "missing_application"
}
