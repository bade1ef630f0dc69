# METADATA
# title: File system that Hadoop does not know
# description: |
#   Hadoop dropped s3n:// in 3.0 and has no s3:// of its own: both fail with No FileSystem for scheme. Amazon S3 is s3a://.
#   On Amazon EMR, Glue and Databricks s3:// is their own file system, and right. wasb:// is the old driver of Azure Blob
#   Storage, which Hadoop deprecates in favour of abfs://.
# related_resources:
#   - description: Hadoop-AWS module, introducing S3A
#     ref: https://hadoop.apache.org/docs/stable/hadoop-aws/tools/hadoop-aws/index.html
#   - description: Hadoop Azure support, ABFS
#     ref: https://hadoop.apache.org/docs/stable/hadoop-azure/abfs.html
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write s3a:// for s3:// and s3n://, abfss:// with the account's dfs endpoint for wasbs://.
package policies.storage.legacy_filesystem_scheme

import data.policies.lib.platform

deny contains object.union(
	{"at": a.name, "msg": $"no file system of Hadoop reads {scheme}://{unless(scheme)}; {a.key} needs s3a://", "severity": severity[scheme]},
	mended(a, scheme),
) if {
	some a in input.assignments
	a.effective
	contains(a.raw, "://")
	some scheme in missing(a)
}

deny contains {
	"at": "application",
	"msg": $"no file system of Hadoop reads {scheme}://{unless(scheme)}; the application's file needs s3a://",
	"severity": severity[scheme],
} if {
	some scheme in {"s3", "s3n"}
	startswith(input.job.application, $"{scheme}://")
	absent(scheme)
}

deny contains {
	"at": a.name,
	"msg": "wasb:// is Azure's old driver, which Hadoop deprecates; abfs:// is its successor",
	"severity": "warning",
} if {
	some a in input.assignments
	a.effective
	contains(a.raw, "://")
	regex.match(`(^|,)\s*wasbs?://`, a.raw)
	not platform.managed
}

severity := {"s3": "warning", "s3n": "error"}

unless("s3") := " unless a core-site.xml names one"

unless("s3n") := ""

missing(a) := {scheme |
	some scheme in {"s3", "s3n"}
	regex.match($`(^|,)\s*{scheme}://`, a.raw)
	opened_by_hadoop(scheme, a.name)
	absent(scheme)
}

# Table formats and libraries may read s3:// by file systems of their own;
# these keys Spark hands to Hadoop.
opened_by_hadoop("s3n", _)

opened_by_hadoop("s3", name) if name in {
	"spark.archives", "spark.eventLog.dir", "spark.files", "spark.history.fs.logDirectory", "spark.jars",
	"spark.kubernetes.file.upload.path", "spark.sql.warehouse.dir", "spark.submit.pyFiles",
}

absent("s3n") if {
	input.unset["spark.hadoop.fs.s3n.impl"]
	not platform.managed
}

# On YARN, s3:// is a sign of Amazon EMR rather than a slip.
absent("s3") if {
	input.job.cluster_manager in {"kubernetes", "standalone", "local"}
	input.unset["spark.hadoop.fs.s3.impl"]
	not platform.managed
}

mended(a, scheme) := {"set": {a.name: regex.replace(a.raw, $`(^|,)(\s*){scheme}://`, "${1}${2}s3a://")}} if a.key == a.name

mended(a, _) := {} if a.key != a.name
