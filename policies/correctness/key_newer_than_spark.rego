# METADATA
# title: Setting of a newer Spark
# description: |
#   The job's Spark does not know this key yet, and ignores it without a word; a later release does. The builds of
#   vendors hold settings of later releases, so that this is no more than a hint for them.
# related_resources:
#   - description: Spark configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html#spark-properties
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Run the job on the newer Spark, or delete the setting.
package policies.correctness.key_newer_than_spark

deny contains object.union(
	{
		"at": a.id,
		"msg": $"{a.key} is known from Spark {releases[0]} on; Spark {input.job.spark_release} ignores it{instead(known)}",
		"severity": severity,
	},
	mended(a, known),
) if {
	some a in input.assignments
	a.effective
	known := input.keys[a.key]
	known.status == "unknown"
	releases := split(known.releases, ", ")
	every release in releases {
		numbers(release) > numbers(input.job.spark_release)
	}
}

numbers(release) := [to_number(part) | some part in split(release, ".")]

# Where the release has the setting under an older name.
instead(known) := $", and calls it {known.older}" if {
	known.older
} else := ""

mended(a, known) := {"rename": {a.key: known.older}} if {
	known.older
} else := {}

# The builds of vendors hold settings of later releases.
severity := "warning" if {
	regex.match(`^[0-9.]+$`, input.job.spark_version)
} else := "info"
