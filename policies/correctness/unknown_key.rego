# METADATA
# title: Setting that Spark does not know
# description: |
#   Spark accepts any key, and ignores those it does not know without a word. This one differs from a known key in a
#   letter or two. Keys that resemble no known one are taken for an application's own, and not reported.
# related_resources:
#   - description: Spark configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html#spark-properties
# custom:
#   severity: warning
#   since: 0.1.0
#   params:
#     lengths:
#       default: [15, 20]
#       doc: lengths from which on a key that differs from a known one in one letter, or in two, is taken for a slip
#   fix: Write the key as Spark knows it.
package policies.correctness.unknown_key

params := data.params.correctness.unknown_key

deny contains object.union(
	{
		"at": a.id,
		"msg": $"Spark knows no {a.key} and ignores it; did you mean {known.nearest}?",
	},
	mended(a, known),
) if {
	some a in input.assignments
	a.effective
	known := input.keys[a.key]
	known.status == "unknown"
	known.distance > 0
	similar(a, known)
	not known.releases
	not known.deprecated
	not regex.match(`\s`, a.key)
}

# A short name soon resembles another.
similar(a, known) if count(a.key) >= params.lengths[known.distance - 1]

mended(a, known) := {"rename": {a.key: known.nearest}, "unsafe": known.distance > 1}
