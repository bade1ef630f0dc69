# METADATA
# title: Spark that is no longer maintained
# description: |
#   Spark maintains a release line for 18 months, the last one of a major version for 31. After that there are no more
#   corrections, for security neither. The builds of vendors have their own terms and are not reported. The table ends
#   with the lines that were over in November 2026.
# related_resources:
#   - description: Versioning policy
#     ref: https://spark.apache.org/versioning-policy.html
#   - description: Release news
#     ref: https://spark.apache.org/news/
# custom:
#   severity: warning
#   since: 0.1.0
#   params:
#     last_releases:
#       default:
#         "1": [1.6.3, November 2016]
#         "2": [2.4.8, May 2021]
#         "3.0": [3.0.3, June 2021]
#         "3.1": [3.1.3, February 2022]
#         "3.2": [3.2.4, April 2023]
#         "3.3": [3.3.4, December 2023]
#         "3.4": [3.4.4, October 2024]
#       doc: lines that are over, or whole major versions, with their last release and when it came
#   fix: Move the job to a maintained line; the migration guides say what changes.
package policies.deprecated.end_of_life_runtime

params := data.params.deprecated.end_of_life_runtime

# The text of the job says so itself; a version that a flag gave is known to
# whoever gave it.
deny contains {"at": "spark_version", "msg": $"Spark {version} is no longer maintained: {last[0]}, of {last[1]}, was the last release"} if {
	input.job.spark_version_written
	not input.job.platform
	version := input.job.spark_version
	regex.match(`^[0-9]+(\.[0-9]+)*$`, version)
	parts := split(version, ".")
	some line in [parts[0], concat(".", array.slice(parts, 0, 2))]
	last := params.last_releases[line]
}
