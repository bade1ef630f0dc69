# METADATA
# title: Option taken for a value
# description: |
#   An option that needs a value takes the next word, whatever it is, even one that begins with hyphens. What was
#   meant as the next option is then a value, and its own value is taken for the application.
# related_resources:
#   - description: Submitting applications
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
#   - description: How spark-submit reads its options
#     ref: https://github.com/apache/spark/blob/v3.5.1/launcher/src/main/java/org/apache/spark/launcher/SparkSubmitOptionParser.java
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write the value that is missing, or delete the option that has none.
package policies.correctness.option_as_value

deny contains {
	"at": o.id,
	"msg": $"in {o.text} the second option is the value of the first to spark-submit",
} if {
	some o in input.observations
	o.kind == "option_as_value"
}
