# METADATA
# title: S3A committer that Parquet writes do not use
# description: |
#   fs.s3a.committer.name is read by those who ask the file system for its committer. Parquet's writer does not ask: it
#   commits by renaming, which in S3 is a copy, unless spark.sql.sources.commitProtocolClass is PathOutputCommitProtocol.
#   Other formats take the committer, but not the folder that it gives them: without that protocol their files are visible
#   as soon as they are written, also those of tasks that fail. From Spark 4.1 on Spark sets the rest by itself.
# related_resources:
#   - description: Integration with cloud infrastructures, S3A committers
#     ref: https://spark.apache.org/docs/latest/cloud-integration.html#hadoop-s3a-committers
#   - description: HadoopMapReduceCommitProtocol, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/internal/io/HadoopMapReduceCommitProtocol.scala
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     complete: true
#     spark: {until: "4.1"}
#   fix: Set spark.sql.sources.commitProtocolClass and spark.sql.parquet.output.committer.class to their classes in spark-hadoop-cloud, and bring that module.
package policies.storage.committer_half_configured

import data.policies.lib.committer
import data.policies.lib.platform

deny contains object.union(
	{"at": "spark.hadoop.fs.s3a.committer.name", "set": committer.classes, "unsafe": true},
	consequence(name),
) if {
	name := committer.chosen
	input.conf["spark.sql.sources.commitProtocolClass"] != committer.protocol
	not elsewhere
}

deny contains {
	"at": "spark.hadoop.fs.s3a.committer.magic.enabled",
	"msg": "this allows the magic committer, and spark.hadoop.fs.s3a.committer.name, which would choose it, is not set: writes are committed by renaming",
	"severity": "warning",
} if {
	lower(input.conf["spark.hadoop.fs.s3a.committer.magic.enabled"]) == "true"
	input.unset["spark.hadoop.fs.s3a.committer.name"]
	input.unset["spark.hadoop.mapreduce.outputcommitter.factory.scheme.s3a"]
	not elsewhere
}

elsewhere if committer.by_bucket

elsewhere if platform.managed

consequence(name) := {
	"msg": $"the committer {name} is chosen, and Parquet writes are committed by renaming all the same: spark.sql.sources.commitProtocolClass is not PathOutputCommitProtocol",
} if {
	input.unset["spark.sql.parquet.output.committer.class"]
}

consequence(name) := {
	"msg": $"only Parquet writes use the committer {name}: without PathOutputCommitProtocol, files of other formats are visible before they are committed",
	"severity": "warning",
} if {
	input.conf["spark.sql.parquet.output.committer.class"] == committer.binding
}
