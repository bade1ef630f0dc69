# METADATA
# title: Tables in S3, committed by renaming
# description: |
#   Spark's default committer makes a task's files visible by renaming them. S3 has no rename: S3A copies every object and
#   deletes the first, so that the commit takes time with the size of the output, and a job that fails in between leaves a
#   part of it. The S3A committers write to the final place and complete the uploads when the job commits. Table
#   formats commit in their own way. From Spark 4.1 on Spark chooses the magic committer by itself.
# related_resources:
#   - description: Integration with cloud infrastructures, committing work into cloud storage safely and fast
#     ref: https://spark.apache.org/docs/latest/cloud-integration.html#committing-work-into-cloud-storage-safely-and-fast
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     complete: true
#     spark: {until: "4.1"}
#   fix: Set up an S3A committer (spark.hadoop.fs.s3a.committer.name=magic with the classes of spark-hadoop-cloud), or write the tables in a table format.
#   yields_to: [storage/committer_half_configured]
package policies.storage.s3_rename_commit

import data.policies.lib.committer
import data.policies.lib.platform

deny contains {
	"at": "spark.sql.warehouse.dir",
	"msg": "tables in s3a:// are committed by renaming, which S3 does by copying: commits take time with the size of the output, and are not atomic",
	"set": object.union({"spark.hadoop.fs.s3a.committer.name": "magic"}, committer.classes),
	"unsafe": true,
} if {
	input.written["spark.sql.warehouse.dir"]
	startswith(input.conf["spark.sql.warehouse.dir"], "s3a://")
	input.facts.application.table_formats == []
	input.unset["spark.hadoop.fs.s3a.committer.name"]
	input.unset["spark.sql.sources.commitProtocolClass"]
	input.unset["spark.hadoop.mapreduce.outputcommitter.factory.scheme.s3a"]
	not committer.by_bucket
	not platform.managed
}
