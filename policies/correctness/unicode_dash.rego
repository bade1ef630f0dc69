# METADATA
# title: Option with a typographic dash
# description: |
#   Word processors, chats and web pages turn two hyphens into one dash. Options begin with a hyphen for
#   spark-submit; it takes a word with any other dash for the application, and everything after it for the
#   application's arguments.
# related_resources:
#   - description: Submitting applications
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
#   - description: How spark-submit reads its options
#     ref: https://github.com/apache/spark/blob/v3.5.1/launcher/src/main/java/org/apache/spark/launcher/SparkSubmitOptionParser.java
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write the option with two hyphens.
package policies.correctness.unicode_dash

import data.policies.lib.observation

deny contains object.union(
	{
		"at": o.id,
		"msg": $"{o.text} begins with a typographic dash: to spark-submit it is no option but the application file; write {o.suggestion}",
	},
	observation.mended(o),
) if {
	some o in input.observations
	o.kind == "unicode_dash"
}
