# METADATA
# title: Backslash that a properties file takes away
# description: |
#   In a properties file a backslash escapes: before a letter it vanishes or makes a control character of it, and at
#   the end of a line it joins the next line to the value.
# related_resources:
#   - description: How a properties file is read
#     ref: https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Double a backslash that is meant; delete one that joins lines.
package policies.correctness.backslash_in_defaults

deny contains object.union({"at": o.id, "msg": message(o.text, o.suggestion)}, mended(o.suggestion)) if {
	some o in input.observations
	o.kind == "backslash_in_defaults"
}

message(_, "") := "the backslash at the end of the line makes the next line, which looks like one of its own, a part of this value"

message(text, suggestion) := $"{text} is an escape in a properties file: Spark reads no backslash there; write {suggestion}" if suggestion != ""

mended("") := {}

mended(suggestion) := {"replace": suggestion, "unsafe": true} if suggestion != ""
