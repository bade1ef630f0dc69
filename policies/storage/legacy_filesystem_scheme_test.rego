package policies.storage.legacy_filesystem_scheme_test

import data.policies.storage.legacy_filesystem_scheme as rule

job(manager, key, raw) := {
	"job": {"cluster_manager": manager, "application": "app.py"},
	"assignments": [{"id": "assignment#0", "key": key, "name": key, "raw": raw, "effective": true}],
	"unset": {"spark.hadoop.fs.s3.impl": true, "spark.hadoop.fs.s3n.impl": true},
}

test_denies_s3n_anywhere if {
	rule.deny == {{
		"at": "spark.acme.input",
		"msg": "no file system of Hadoop reads s3n://; spark.acme.input needs s3a://",
		"severity": "error",
		"set": {"spark.acme.input": "s3a://lake/in"},
	}} with input as job("yarn", "spark.acme.input", "s3n://lake/in")
}

test_denies_s3_on_plain_clusters if {
	some answer in rule.deny with input as job("kubernetes", "spark.jars", "local:///a.jar, s3://jars/b.jar")
	answer.set == {"spark.jars": "local:///a.jar, s3a://jars/b.jar"}
}

test_denies_an_application if {
	rule.deny == {{"at": "application", "msg": "no file system of Hadoop reads s3:// unless a core-site.xml names one; the application's file needs s3a://", "severity": "warning"}} with input as {
		"job": {"cluster_manager": "standalone", "application": "s3://jobs/a.py"}, "assignments": [],
		"unset": {"spark.hadoop.fs.s3.impl": true, "spark.hadoop.fs.s3n.impl": true},
	}
}

test_denies_wasb_mildly if {
	some answer in rule.deny with input as job("yarn", "spark.eventLog.dir", "wasbs://logs@acme.blob.core.windows.net/")
	answer.severity == "warning"
}

test_leaves_old_names_alone if {
	some answer in rule.deny with input as {"job": {}, "unset": {"spark.hadoop.fs.s3n.impl": true}, "assignments": [{"key": "spark.old", "name": "spark.new", "raw": "s3n://a", "effective": true}]}
	not answer.set
}

test_allows_s3_where_it_may_be_right if {
	count(rule.deny) == 0 with input as job("yarn", "spark.eventLog.dir", "s3://logs/")
	count(rule.deny) == 0 with input as job("kubernetes", "spark.sql.catalog.lake.warehouse", "s3://lake/")
	count(rule.deny) == 0 with input as object.union(job("kubernetes", "spark.jars", "s3://jars/b.jar"), {"unset": {"spark.hadoop.fs.s3.impl": false}})
	count(rule.deny) == 0 with input as object.union(job("yarn", "spark.jars", "s3n://jars/b.jar"), {"unset": {"spark.hadoop.fs.s3n.impl": false}})
	count(rule.deny) == 0 with input as object.union(job("kubernetes", "spark.jars", "s3n://jars/b.jar"), {"job": {"platform": "emr-eks"}})
}

test_allows_s3a if {
	count(rule.deny) == 0 with input as job("kubernetes", "spark.eventLog.dir", "s3a://logs/")
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}, "unset": {}, "assignments": [{"id": "assignment#0", "key": "spark.eventLog.dir", "name": "spark.eventLog.dir", "raw": "s3://logs", "effective": true}]}
}
