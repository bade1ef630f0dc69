# METADATA
# title: --conf without an equals sign
# description: |
#   The argument of --conf is one word, key=value. Without an equals sign in it spark-submit stops: Invalid argument
#   to --conf.
# related_resources:
#   - description: Submitting applications
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write --conf key=value.
package policies.correctness.conf_without_equals

import data.policies.lib.observation

deny contains object.union(
	{
		"at": o.id,
		"msg": $"--conf needs key=value in one word, and finds {o.text}: spark-submit stops{hint(o.suggestion)}",
	},
	observation.mended(o),
) if {
	some o in input.observations
	o.kind == "conf_without_equals"
}

hint("") := ""

hint(suggestion) := $"; did you mean {suggestion}?" if suggestion != ""
