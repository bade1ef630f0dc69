# METADATA
# title: Value cut off at a blank
# description: |
#   A value with blanks needs quotes. Without them the shell ends the word at the first blank, and spark-submit takes
#   what follows for an option of its own and stops, or for the application.
# related_resources:
#   - description: Submitting applications
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Put quotes around the whole of key=value.
package policies.correctness.unquoted_conf_with_spaces

import data.policies.lib.observation

deny contains object.union(
	{
		"at": o.id,
		"msg": $"the value ends at its first blank, and spark-submit stops at the next word, an option it does not know; write {o.suggestion}",
	},
	observation.mended(o),
) if {
	some o in input.observations
	o.kind == "unquoted_conf_with_spaces"
}
