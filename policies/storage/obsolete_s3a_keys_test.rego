package policies.storage.obsolete_s3a_keys_test

import data.policies.storage.obsolete_s3a_keys as rule

written(release, key, raw) := {"job": {"spark_release": release}, "assignments": [{"id": "assignment#0", "key": key, "raw": raw, "effective": true}]}

test_denies_what_is_built_in if {
	rule.deny == {{
		"at": "assignment#0", "unset": ["spark.hadoop.fs.s3a.fast.upload"],
		"msg": "spark.hadoop.fs.s3a.fast.upload has no effect: since Hadoop 3 uploads are always the fast ones",
	}} with input as written("3.5", "spark.hadoop.fs.s3a.fast.upload", "true")
	count(rule.deny) == 1 with input as written("3.5", "spark.hadoop.fs.s3a.impl", "org.apache.hadoop.fs.s3a.S3AFileSystem")
}

test_denies_what_is_gone if {
	count(rule.deny) == 1 with input as written("3.5", "spark.hadoop.fs.s3n.awsAccessKeyId", "x")
	count(rule.deny) == 1 with input as written("4.0", "spark.hadoop.fs.s3a.metadatastore.impl", "x")
}

test_allows_what_works if {
	count(rule.deny) == 0 with input as written("3.3", "spark.hadoop.fs.s3a.metadatastore.impl", "x")
	count(rule.deny) == 0 with input as written("3.5", "spark.hadoop.fs.s3a.impl", "com.acme.S3")
	count(rule.deny) == 0 with input as written("3.5", "spark.hadoop.fs.s3n.impl", "org.apache.hadoop.fs.s3a.S3AFileSystem")
	count(rule.deny) == 0 with input as written("3.5", "spark.hadoop.fs.s3a.fast.upload.buffer", "bytebuffer")
}

test_allows_platforms if {
	count(rule.deny) == 0 with input as object.union(written("3.5", "spark.hadoop.fs.s3n.awsAccessKeyId", "x"), {"job": {"platform": "databricks"}})
}
