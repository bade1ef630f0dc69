# METADATA
# title: Logging configured for another Log4j
# description: |
#   Since release 6.8.0 the Spark of Amazon EMR logs with Log4j 2, and reads what the classification spark-log4j2 writes;
#   before, spark-log4j. What stands under the other one configures nothing.
# related_resources:
#   - description: Amazon EMR, configure Spark (spark-log4j and spark-log4j2)
#     ref: https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-spark-configure.html
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     resources: [aws_emr_cluster]
#   fix: Use the classification of the Log4j that the release brings, and write its properties in that version's words.
package policies.platform.emr_log4j_classification

import data.policies.lib.resource

deny contains {
	"at": $"attribute#{path}",
	"msg": $"{input.resource.attributes.release_label} logs with Log4j {version}, which reads the classification {wanted}, not {found}",
} if {
	[version, wanted] := expected
	some path in resource.paths
	endswith(path, ".classification")
	found := input.resource.attributes[path]
	found in {"spark-log4j", "spark-log4j2"}
	found != wanted
}

expected := [2, "spark-log4j2"] if {
	semver.compare(release, "6.8.0") >= 0
} else := [1, "spark-log4j"] if {
	semver.is_valid(release)
}

release := trim_prefix(input.resource.attributes.release_label, "emr-")
