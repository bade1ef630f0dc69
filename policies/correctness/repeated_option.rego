# METADATA
# title: Option given more than once
# description: |
#   Of an option that is given more than once spark-submit takes the last, without a word. That loses the libraries
#   and files of all but the last --packages, --jars, --files or --py-files.
# related_resources:
#   - description: Submitting applications
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Give the option once; one that takes a list takes it with commas.
package policies.correctness.repeated_option

deny contains {
	"at": o.id,
	"msg": $"{o.text} is lost: the option comes again later, and spark-submit takes the last{hint(o.suggestion)}",
	"severity": severity(o.suggestion),
} if {
	some o in input.observations
	o.kind == "repeated_option"
}

hint("") := ""

hint(suggestion) := $"; did you mean {suggestion}?" if suggestion != ""

# A list was hardly meant to be replaced; a single value may have been.
severity("") := "warning"

severity(suggestion) := "error" if suggestion != ""
