# METADATA
# title: Packages fetched at every start
# description: |
#   spark.jars.packages is resolved anew whenever the job starts, from Maven Central unless there are repositories or Ivy
#   settings of one's own. While the repository cannot be reached the job does not start, and a version that is a range
#   or a snapshot can bring other code tomorrow.
# related_resources:
#   - description: Advanced dependency management
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#advanced-dependency-management
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#     kinds: [spark-submit, jobspec]
#   fix: Write exact versions; for jobs that must start, put the jars into the image or hand them over with --jars.
package policies.reliability.packages_resolved_at_start

deny contains {
	"at": "spark.jars.packages",
	"msg": $"{coordinate} names no fixed version: another start of the job can get other code",
} if {
	some coordinate in floating
}

deny contains {
	"at": "spark.jars.packages",
	"msg": $"each start fetches the packages ({count(packages)} named) and all they depend on from Maven Central: without it the job does not start",
	"severity": "info",
} if {
	input.job.application
	packages := input.conf["spark.jars.packages"]
	count(packages) > 0
	count(floating) == 0
	input.unset["spark.jars.ivySettings"]
	input.unset["spark.jars.repositories"]
}

# Ivy's words for versions that move, Maven's ranges and snapshots.
floating contains coordinate if {
	some coordinate in input.conf["spark.jars.packages"]
	version := split(coordinate, ":")[2]
	regex.match(`^latest\.|\+$|^[\[(\]]|-SNAPSHOT$`, version)
}
