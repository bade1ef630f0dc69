# METADATA
# title: Option without its value
# description: |
#   The command ends with an option that needs a value. spark-submit prints its usage and stops. Often the value was
#   a variable that is empty, or a line of the command is missing.
# related_resources:
#   - description: Submitting applications
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write the value, or delete the option.
package policies.correctness.missing_option_value

deny contains {
	"at": o.id,
	"msg": $"{o.text} needs a value, and the command ends here: spark-submit stops",
} if {
	some o in input.observations
	o.kind == "missing_option_value"
}
