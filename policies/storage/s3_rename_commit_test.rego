package policies.storage.s3_rename_commit_test

import data.policies.storage.s3_rename_commit as rule

job(warehouse, formats) := {
	"job": {}, "assignments": [],
	"conf": {"spark.sql.warehouse.dir": warehouse}, "written": {"spark.sql.warehouse.dir": "conf"},
	"facts": {"application": {"table_formats": formats}},
	"unset": {
		"spark.hadoop.fs.s3a.committer.name": true, "spark.sql.sources.commitProtocolClass": true,
		"spark.hadoop.mapreduce.outputcommitter.factory.scheme.s3a": true,
	},
}

test_denies_renaming_in_s3 if {
	some answer in rule.deny with input as job("s3a://lake/warehouse", [])
	answer.at == "spark.sql.warehouse.dir"
	answer.unsafe
}

test_allows_hdfs_and_table_formats if {
	count(rule.deny) == 0 with input as job("hdfs:///warehouse", [])
	count(rule.deny) == 0 with input as job("s3a://lake/warehouse", ["iceberg"])
}

test_allows_a_committer if {
	count(rule.deny) == 0 with input as object.union(job("s3a://lake/warehouse", []), {"unset": {"spark.hadoop.fs.s3a.committer.name": false}})
}

test_allows_platforms_and_single_buckets if {
	count(rule.deny) == 0 with input as object.union(job("s3a://lake/warehouse", []), {"job": {"platform": "emr"}})
	count(rule.deny) == 0 with input as object.union(job("s3a://lake/warehouse", []), {"assignments": [{"key": "spark.hadoop.fs.s3a.bucket.lake.committer.name", "raw": "magic"}]})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}, "assignments": [], "conf": {"spark.sql.warehouse.dir": "s3a://lake"}, "facts": {"application": {}}}
}
