# METADATA
# title: SQL setting that this Spark refuses
# description: |
#   Spark keeps a table of removed SQL settings. A session whose configuration gives one of them any value but its old
#   default does not start, so that nobody relies on behaviour which is gone.
# related_resources:
#   - description: SQL migration guide
#     ref: https://spark.apache.org/docs/latest/sql-migration-guide.html
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Delete the setting, or use the replacement that Spark names.
package policies.sql.removed_config

deny contains {
	"at": a.id,
	"msg": $"{a.key}={a.raw} was removed in Spark {removed.since}; the session refuses any value but {default_value}",
	"unset": [a.key],
	"unsafe": true,
} if {
	some a in input.assignments
	a.effective
	removed := input.keys[a.key].deprecated
	removed.removed
	default_value := removed["default"]
	lower(a.raw) != lower(default_value)
}
