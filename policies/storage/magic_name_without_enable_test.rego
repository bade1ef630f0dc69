package policies.storage.magic_name_without_enable_test

import data.policies.storage.magic_name_without_enable as rule

written(enabled) := {"job": {}, "assignments": [], "conf": {
	"spark.hadoop.fs.s3a.committer.name": "magic",
	"spark.hadoop.fs.s3a.committer.magic.enabled": enabled,
}}

unset(release) := {
	"job": {"spark_release": release}, "assignments": [],
	"conf": {"spark.hadoop.fs.s3a.committer.name": "magic"},
	"unset": {"spark.hadoop.fs.s3a.committer.magic.enabled": true},
}

test_denies_what_is_turned_off if {
	some answer in rule.deny with input as written("false")
	answer.at == "spark.hadoop.fs.s3a.committer.magic.enabled"
	answer.set == {"spark.hadoop.fs.s3a.committer.magic.enabled": "true"}
}

test_denies_what_is_off_by_default if {
	some answer in rule.deny with input as unset("3.1")
	answer.at == "spark.hadoop.fs.s3a.committer.name"
}

test_allows_what_is_on if {
	count(rule.deny) == 0 with input as written("true")
	count(rule.deny) == 0 with input as unset("3.5")
}

test_allows_single_buckets if {
	count(rule.deny) == 0 with input as object.union(written("false"), {"assignments": [{"key": "spark.hadoop.fs.s3a.bucket.lake.committer.magic.enabled", "raw": "true"}]})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {"spark_release": "3.1"}, "assignments": [], "conf": {"spark.hadoop.fs.s3a.committer.name": "magic"}}
}
