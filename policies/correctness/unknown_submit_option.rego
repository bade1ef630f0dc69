# METADATA
# title: Option that spark-submit does not know
# description: |
#   spark-submit takes its options letter by letter as they are in its table: no abbreviations, no single hyphen, no
#   -D. At the first option it does not know it prints its usage and stops.
# related_resources:
#   - description: Submitting applications
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
#   - description: How spark-submit reads its options
#     ref: https://github.com/apache/spark/blob/v3.5.1/launcher/src/main/java/org/apache/spark/launcher/SparkSubmitOptionParser.java
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write the option as spark-submit knows it, or the setting as --conf key=value.
package policies.correctness.unknown_submit_option

import data.policies.lib.observation

deny contains object.union(
	{
		"at": o.id,
		"msg": $"spark-submit has no option {o.text} and stops there{hint(o.suggestion)}",
	},
	observation.mended(o),
) if {
	some o in input.observations
	o.kind == "unknown_submit_option"
	certain(o)
}

# Behind a word that cannot be read, the option may be the application's.
certain(_) if not input.job.open

certain(o) if o.suggestion != ""

hint("") := ""

hint(suggestion) := $"; did you mean {suggestion}?" if suggestion != ""
