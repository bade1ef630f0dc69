# METADATA
# title: Fraction where Spark wants a whole number
# description: |
#   Sizes and durations are whole numbers with a unit, and counts are whole numbers. Spark refuses 1.5g and 2.0 with
#   an exception instead of rounding.
# related_resources:
#   - description: How Spark reads sizes and durations
#     ref: https://github.com/apache/spark/blob/v3.5.1/common/utils/src/main/java/org/apache/spark/network/util/JavaUtils.java
#   - description: How Spark reads typed values
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/internal/config/ConfigBuilder.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write the value in the next smaller unit, 1536m for 1.5g.
package policies.correctness.fractional_size

import data.policies.lib.value_text

deny contains object.union(
	{"at": a.name, "msg": $"{fault.message}; Spark stops when it reads {a.key}"},
	mended(a, lower(trim_space(fault.raw))),
) if {
	some a in input.assignments
	a.effective
	fault := input.invalid[a.name]
	fault.kind == "fraction"
	not value_text.spoilt(fault.raw)
}

mended(a, text) := {"set": {a.name: $"{smaller}{next[1]}"}} if {
	a.key == a.name
	some found in regex.find_all_string_submatch_n(`^([0-9]+\.[0-9]+)([a-z]+)$`, text, 1)
	next := below[input.keys[a.key].type][found[2]]
	smaller := to_number(found[1]) * next[0]
	smaller == floor(smaller)
} else := {}

# How many of which unit a unit holds.
below := {
	"bytes": {
		"k": [1024, "b"], "m": [1024, "k"], "g": [1024, "m"], "t": [1024, "g"], "p": [1024, "t"],
		"kb": [1024, "b"], "mb": [1024, "k"], "gb": [1024, "m"], "tb": [1024, "g"], "pb": [1024, "t"],
	},
	"duration": {"ms": [1000, "us"], "s": [1000, "ms"], "m": [60, "s"], "min": [60, "s"], "h": [60, "m"], "d": [24, "h"]},
}
