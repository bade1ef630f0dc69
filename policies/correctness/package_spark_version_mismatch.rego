# METADATA
# title: Part of another Spark release
# description: |
#   Spark's own modules that are not in its download (Kafka, Avro, hadoop-cloud) call each other's internal classes, which
#   change between release lines. Beside another Spark they fail with NoClassDefFoundError or NoSuchMethodError when
#   they are first used, or work by chance.
# related_resources:
#   - description: Deploying, structured streaming with Kafka
#     ref: https://spark.apache.org/docs/latest/structured-streaming-kafka-integration.html#deploying
#   - description: Deploying, Avro data source
#     ref: https://spark.apache.org/docs/latest/sql-data-sources-avro.html#deploying
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Take the module in the version of the Spark that runs the job.
package policies.correctness.package_spark_version_mismatch

import data.policies.lib.packages

release := input.job.spark_release

# Modules that Spark publishes and does not bring, by the names of their files.
modules := {
	"spark-avro", "spark-connect", "spark-ganglia-lgpl", "spark-hadoop-cloud", "spark-protobuf",
	"spark-sql-kafka", "spark-streaming-kafka", "spark-streaming-kinesis", "spark-token-provider-kafka",
}

deny contains object.union(
	{
		"at": key,
		"msg": $"{concat(", ", names)}: made for another release than Spark {release}, whose internal classes it calls",
	},
	mended(key),
) if {
	some key in {"spark.jars.packages", "spark.jars"}
	names := sort([p.name | some p in astray; p.at == key])
	count(names) > 0
}

astray contains p if {
	some p in packages.brought
	packages.of(p, "org.apache.spark", modules)
	packages.line(p.version) != release
	not packages.foreign_scala(p)
}

# The version as the job names it; a release line alone is no version.
mended("spark.jars.packages") := {"set": {"spark.jars.packages": packages.rewritten(changes)}, "unsafe": true} if {
	regex.match(`^[0-9]+\.[0-9]+\.[0-9]+$`, input.job.spark_version)
	changes := {p.name: $"{trim_suffix(p.name, p.version)}{input.job.spark_version}" | some p in astray; p.at == "spark.jars.packages"}
} else := {}

mended("spark.jars") := {}
