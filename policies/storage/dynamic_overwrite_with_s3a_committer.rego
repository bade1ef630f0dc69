# METADATA
# title: Dynamic overwrite with an S3A committer
# description: |
#   The S3A committers write through PathOutputCommitProtocol, which cannot replace only the partitions that a query
#   writes: with spark.sql.sources.partitionOverwriteMode=dynamic such a write fails when it starts.
# related_resources:
#   - description: Cloud committers
#     ref: https://spark.apache.org/docs/latest/cloud-integration.html#hadoop-s3a-committers
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Use a table format for partition replacement, or the staging committer "partitioned" with conflict mode "replace" and static overwrite.
package policies.storage.dynamic_overwrite_with_s3a_committer

deny contains {
	"at": "spark.sql.sources.partitionOverwriteMode",
	"msg": $"dynamic partition overwrite fails under the S3A committer {committer}: its commit protocol does not support it",
	"notes": ["spark.sql.sources.commitProtocolClass", "spark.hadoop.fs.s3a.committer.name"],
} if {
	upper(input.conf["spark.sql.sources.partitionOverwriteMode"]) == "DYNAMIC"
	endswith(input.conf["spark.sql.sources.commitProtocolClass"], ".PathOutputCommitProtocol")
	committer := input.conf["spark.hadoop.fs.s3a.committer.name"]
	committer in {"magic", "directory", "partitioned"}
}
