# METADATA
# title: List that replaces another list
# description: |
#   Layers replace each other's values; they do not join lists. A job that sets its own extensions, listeners,
#   plug-ins or packages drops those of the files beneath it.
# related_resources:
#   - description: Overriding configuration
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#loading-configuration-from-a-file
# custom:
#   severity: warning
#   since: 0.1.0
#   params:
#     lists:
#       default:
#         - spark.extraListeners
#         - spark.jars.packages
#         - spark.plugins
#         - spark.sql.extensions
#         - spark.sql.queryExecutionListeners
#         - spark.sql.streaming.streamingQueryListeners
#       doc: settings that hold a list
#   fix: Write the whole list, with commas, in the layer that wins.
package policies.correctness.extensions_overwritten

import data.policies.lib.assignment

params := data.params.correctness.extensions_overwritten

deny contains {
	"at": used.id,
	"msg": $"this list drops {concat(", ", lost)}, which the {below.layer} layer beneath it sets: lists are not joined",
	"set": {used.name: concat(",", array.concat(elements(used), lost))},
	"unsafe": true,
} if {
	some used in input.assignments
	used.effective
	used.name in params.lists
	some below in input.assignments
	below.name == used.name
	below.dropped == ""
	assignment.strength(below) < min([4, assignment.strength(used)])
	lost := [element | some element in elements(below); not element in elements(used)]
	count(lost) > 0
}

elements(a) := [trimmed | some element in split(a.raw, ","); trimmed := trim_space(element); trimmed != ""]
