# METADATA
# title: Key in the wrong case
# description: |
#   Spark's keys are case-sensitive. One that differs from a known key in upper and lower case only is another key to
#   Spark, which ignores it without a word.
# related_resources:
#   - description: Spark configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html#spark-properties
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write the key in the case that Spark knows.
package policies.correctness.key_case_mismatch

deny contains {
	"at": a.id,
	"msg": $"Spark ignores {a.key}: keys are case-sensitive, and the one it knows is {input.keys[a.key].nearest}",
	"rename": {a.key: input.keys[a.key].nearest},
} if {
	some a in input.assignments
	input.keys[a.key].case_only
	not regex.match(`\s`, a.key)
}
