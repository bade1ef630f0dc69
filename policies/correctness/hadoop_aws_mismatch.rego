# METADATA
# title: Hadoop module beside another Hadoop
# description: |
#   hadoop-aws, hadoop-azure and the like belong to the Hadoop whose client Spark brings: they share internal classes and
#   default settings, and are only tested together. Beside another line the first use of the file system fails with
#   ClassNotFoundException or NoSuchMethodError.
# related_resources:
#   - description: Integration with cloud infrastructures, installation
#     ref: https://spark.apache.org/docs/latest/cloud-integration.html#installation
#   - description: Troubleshooting S3A, classpath setup
#     ref: https://hadoop.apache.org/docs/stable/hadoop-aws/tools/hadoop-aws/troubleshooting_s3a.html#Classpath_Setup
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Take the module in the version of the hadoop-client-api in Spark's folder jars, and what it needs with it.
package policies.correctness.hadoop_aws_mismatch

import data.policies.lib.packages
import data.policies.lib.platform

bundled := input.facts.spark.hadoop_versions

modules := {"hadoop-aliyun-", "hadoop-aws-", "hadoop-azure-", "hadoop-client-", "hadoop-cloud-storage-", "hadoop-common-", "hadoop-cos-", "hadoop-gcp-"}

deny contains object.union(
	{
		"at": p.at,
		"msg": $"{p.name} beside Hadoop {concat(" or ", bundled)}, which Spark {input.job.spark_release} brings: the two share internal classes",
		"severity": severity(p),
	},
	mended(p),
) if {
	some p in packages.brought
	whole := $"{p.artefact}-"
	packages.of(object.union(p, {"artefact": whole}), "org.apache.hadoop", modules)
	packages.line(p.version)
	not p.version in bundled
	not platform.managed
}

deny contains {
	"at": "spark.jars",
	"msg": $"{p.name} needs the AWS SDK version 2 (bundle-2.x.jar), and the job brings {sdk.name} alone",
} if {
	some p in packages.brought
	p.at == "spark.jars"
	p.artefact == "hadoop-aws"
	semver.compare($"{packages.line(p.version)}.0", "3.4.0") >= 0
	some sdk in packages.brought
	startswith(sdk.artefact, "aws-java-sdk")
	every other in packages.brought { other.artefact != "bundle" }
	not platform.managed
}

# Another patch release often works.
severity(p) := "info" if {
	some version in bundled
	packages.line(version) == packages.line(p.version)
} else := "warning"

mended(p) := {"set": {p.at: packages.rewritten({p.name: $"{trim_suffix(p.name, p.version)}{version}"})}, "unsafe": true} if {
	p.at == "spark.jars.packages"
	[version] := bundled
} else := {}
