# METADATA
# title: Delta Lake's guard against lost files turned off
# description: |
#   VACUUM deletes files that no version of the table within the retention needs. Delta refuses a retention below seven
#   days, because a shorter one deletes files that running readers and writers still use; the check is what keeps a
#   VACUUM … RETAIN 0 HOURS from breaking the table.
# related_resources:
#   - description: Delta Lake, remove files no longer referenced
#     ref: https://docs.delta.io/latest/delta-utility.html#remove-files-no-longer-referenced-by-a-delta-table
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Remove the setting; a single maintenance job that needs it can set it in its own session.
package policies.storage.delta_safety_disabled

deny contains {
	"at": "spark.databricks.delta.retentionDurationCheck.enabled",
	"msg": "VACUUM may delete files younger than seven days, which readers and writers that are at work still use",
	"unset": ["spark.databricks.delta.retentionDurationCheck.enabled"],
	"unsafe": true,
} if {
	lower(input.conf["spark.databricks.delta.retentionDurationCheck.enabled"]) == "false"
}
