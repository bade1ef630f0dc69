# METADATA
# title: File begins with a byte order mark
# description: |
#   Some editors put an invisible mark at the beginning of a file. Spark reads it as the first letter of the first
#   key, which then does not begin with spark. and is dropped.
# related_resources:
#   - description: How a properties file is read
#     ref: https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Save the file as UTF-8 without a byte order mark.
package policies.correctness.byte_order_mark

import data.policies.lib.observation

deny contains object.union(
	{
		"at": o.id,
		"msg": $"an invisible byte order mark is part of the first key: Spark drops {o.suggestion}",
	},
	observation.mended(o),
) if {
	some o in input.observations
	o.kind == "byte_order_mark"
}
