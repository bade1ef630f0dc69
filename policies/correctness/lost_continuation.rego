# METADATA
# title: Command that ends too early
# description: |
#   A command goes on in the next line only after a backslash that is the last character of its line. Without it,
#   with a blank or a comment behind it, or with a comment line in between, the shell runs the command as far as it
#   got, and the rest as a command of its own.
# related_resources:
#   - description: Submitting applications
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
# custom:
#   severity: error
#   since: 0.1.0
#   fix: End every line of the command but the last with a backslash, and keep comments out of it.
package policies.correctness.lost_continuation

import data.policies.lib.observation

deny contains object.union(
	{
		"at": o.id,
		"msg": $"the command ends here, before {o.text}: the line does not end in a backslash that the shell takes for a continuation",
	},
	observation.mended(o),
) if {
	some o in input.observations
	o.kind == "lost_continuation"
}
