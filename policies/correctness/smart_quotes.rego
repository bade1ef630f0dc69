# METADATA
# title: Typographic quotes
# description: |
#   The shell knows only the plain quotes " and '. Typographic ones are ordinary characters to it: it splits the text
#   between them at its blanks, and the quotes become part of the words.
# related_resources:
#   - description: Submitting applications
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write plain quotes.
package policies.correctness.smart_quotes

import data.policies.lib.observation

deny contains object.union(
	{
		"at": o.id,
		"msg": $"{o.text} stands in typographic quotes, which the shell takes for letters: it splits the text at blanks and keeps the quotes",
	},
	observation.mended(o),
) if {
	some o in input.observations
	o.kind == "smart_quotes"
}
