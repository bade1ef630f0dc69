package policies.storage.committer_half_configured_test

import data.policies.storage.committer_half_configured as rule

renaming := "org.apache.spark.sql.execution.datasources.SQLHadoopMapReduceCommitProtocol"

asking := "org.apache.spark.internal.io.cloud.PathOutputCommitProtocol"

job(protocol) := {
	"job": {}, "assignments": [],
	"conf": {"spark.hadoop.fs.s3a.committer.name": "magic", "spark.sql.sources.commitProtocolClass": protocol},
	"unset": {"spark.sql.parquet.output.committer.class": true},
}

test_denies_the_name_alone if {
	some answer in rule.deny with input as job(renaming)
	answer.at == "spark.hadoop.fs.s3a.committer.name"
	answer.set["spark.sql.sources.commitProtocolClass"] == asking
	not answer.severity
}

test_denies_parquet_s_class_alone if {
	some answer in rule.deny with input as {"job": {}, "assignments": [], "unset": {}, "conf": {
		"spark.hadoop.fs.s3a.committer.name": "directory", "spark.sql.sources.commitProtocolClass": renaming,
		"spark.sql.parquet.output.committer.class": "org.apache.spark.internal.io.cloud.BindingParquetOutputCommitter",
	}}
	answer.severity == "warning"
}

test_denies_the_permission_alone if {
	some answer in rule.deny with input as {
		"job": {}, "assignments": [],
		"conf": {"spark.hadoop.fs.s3a.committer.magic.enabled": "true"},
		"unset": {"spark.hadoop.fs.s3a.committer.name": true, "spark.hadoop.mapreduce.outputcommitter.factory.scheme.s3a": true},
	}
	answer.at == "spark.hadoop.fs.s3a.committer.magic.enabled"
}

test_allows_the_protocol if {
	count(rule.deny) == 0 with input as job(asking)
}

test_allows_platforms_and_single_buckets if {
	count(rule.deny) == 0 with input as object.union(job(renaming), {"job": {"platform": "emr"}})
	count(rule.deny) == 0 with input as object.union(job(renaming), {"assignments": [{"key": "spark.hadoop.fs.s3a.bucket.lake.committer.magic.enabled", "raw": "true"}]})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"job": {}, "assignments": [], "conf": {"spark.hadoop.fs.s3a.committer.name": "magic"},
		"unset": {"spark.sql.parquet.output.committer.class": true}, "unknown": {"spark.sql.sources.commitProtocolClass": "shell variable P has no value here"},
	}
}
