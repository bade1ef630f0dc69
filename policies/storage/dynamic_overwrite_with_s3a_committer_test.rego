package policies.storage.dynamic_overwrite_with_s3a_committer_test

import data.policies.storage.dynamic_overwrite_with_s3a_committer as rule

writes(mode, committer) := {"conf": {
	"spark.sql.sources.partitionOverwriteMode": mode,
	"spark.sql.sources.commitProtocolClass": "org.apache.spark.internal.io.cloud.PathOutputCommitProtocol",
	"spark.hadoop.fs.s3a.committer.name": committer,
}}

test_denies_dynamic_with_magic if {
	some answer in rule.deny with input as writes("dynamic", "magic")
	answer.at == "spark.sql.sources.partitionOverwriteMode"
	answer.msg == "dynamic partition overwrite fails under the S3A committer magic: its commit protocol does not support it"
}

test_allows_static if {
	count(rule.deny) == 0 with input as writes("STATIC", "magic")
}

test_allows_the_file_committer if {
	count(rule.deny) == 0 with input as writes("DYNAMIC", "file")
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.sql.sources.partitionOverwriteMode": "DYNAMIC"}}
}
