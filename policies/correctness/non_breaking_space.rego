# METADATA
# title: No-break space between words
# description: |
#   A no-break space looks like a blank and is none: the shell does not separate words there, so that two words of
#   the command are one to spark-submit.
# related_resources:
#   - description: Submitting applications
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write plain blanks.
package policies.correctness.non_breaking_space

import data.policies.lib.observation

deny contains object.union(
	{
		"at": o.id,
		"msg": $"the space before {o.text} is a no-break space: the shell makes one word of what stands on its two sides",
	},
	observation.mended(o),
) if {
	some o in input.observations
	o.kind == "non_breaking_space"
}
