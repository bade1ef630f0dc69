# METADATA
# title: Unreadable files are skipped silently
# description: |
#   With these settings Spark goes on when a file of a table is corrupt or has vanished. The query succeeds, and its
#   result lacks rows, with nothing but a line in an executor's log to say so.
# related_resources:
#   - description: Generic file source options
#     ref: https://spark.apache.org/docs/latest/sql-data-sources-generic-options.html
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Delete the setting, or give the option to the one read that may lose files.
package policies.sql.ignore_corrupt_or_missing_files

deny contains {
	"at": key,
	"msg": $"{key} is on: files that cannot be read are left out, and results lose rows without an error",
	"unset": [key],
	"unsafe": true,
} if {
	some key, on in {
		"spark.sql.files.ignoreCorruptFiles": input.conf["spark.sql.files.ignoreCorruptFiles"],
		"spark.sql.files.ignoreMissingFiles": input.conf["spark.sql.files.ignoreMissingFiles"],
		"spark.files.ignoreCorruptFiles": input.conf["spark.files.ignoreCorruptFiles"],
		"spark.files.ignoreMissingFiles": input.conf["spark.files.ignoreMissingFiles"],
	}
	on
}
