# METADATA
# title: Value that is none of the choices
# description: |
#   Some settings take one of a few words, in many cases in upper or in lower case only, and one the name of a time zone.
#   Spark refuses any other word with an exception when it reads the setting, which may be late: at the first write, or
#   at the first shuffle.
# related_resources:
#   - description: Spark configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html#spark-properties
#   - description: How Spark reads typed values
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/internal/config/ConfigBuilder.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Choose one of the words that the message lists, or a time zone that Java knows.
package policies.correctness.enum_value

import data.policies.lib.value_text

deny contains object.union(
	{"at": a.name, "msg": $"{fault.message}; Spark stops when it reads {a.key}"},
	mended(a, lower(trim_space(fault.raw))),
) if {
	some a in input.assignments
	a.effective
	fault := input.invalid[a.name]
	fault.kind == "choice"
	not value_text.spoilt(fault.raw)
}

mended(a, text) := {"set": {a.name: value}} if {
	a.key == a.name
	[value] := nearest(input.keys[a.key].values, text)
} else := {}

# The choices that differ in case only, or else those that a text abbreviates.
nearest(values, text) := same if {
	same := [value | some value in values; lower(value) == text]
	count(same) > 0
} else := [value | some value in values; count(text) > 1; startswith(replace(lower(value), "gzip", "gz"), text)]
