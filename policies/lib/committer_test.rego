package policies.lib.committer_test

import data.policies.lib.committer

test_chosen if {
	committer.chosen == "magic" with input as {"conf": {"spark.hadoop.fs.s3a.committer.name": "magic"}}
	not committer.chosen with input as {"conf": {"spark.hadoop.fs.s3a.committer.name": "file"}}
}

test_by_bucket if {
	committer.by_bucket with input as {"assignments": [{"key": "spark.hadoop.fs.s3a.bucket.lake.committer.magic.enabled"}]}
	not committer.by_bucket with input as {"assignments": [{"key": "spark.hadoop.fs.s3a.committer.magic.enabled"}]}
}

test_classes if {
	committer.classes["spark.sql.sources.commitProtocolClass"] == committer.protocol
}
