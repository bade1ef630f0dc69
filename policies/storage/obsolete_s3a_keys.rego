# METADATA
# title: Setting of S3A that does nothing
# description: |
#   Guides for Hadoop 2 set what is built in since: s3a:// is S3AFileSystem by default, uploads are always the fast ones,
#   s3n:// is gone, and S3Guard left with Hadoop 3.4, when S3 became consistent by itself.
# related_resources:
#   - description: Hadoop-AWS module
#     ref: https://hadoop.apache.org/docs/stable/hadoop-aws/tools/hadoop-aws/index.html
# custom:
#   severity: info
#   since: 0.1.0
#   fix: Remove the setting.
package policies.storage.obsolete_s3a_keys

import data.policies.lib.platform
import data.policies.lib.release

deny contains {"at": a.id, "msg": $"{a.key} has no effect: {why}", "unset": [a.key]} if {
	some a in input.assignments
	a.effective
	why := reason(a)
	not platform.managed
}

reason(a) := "since Hadoop 3 uploads are always the fast ones" if {
	a.key == "spark.hadoop.fs.s3a.fast.upload"
} else := "this is the default" if {
	a.key == "spark.hadoop.fs.s3a.impl"
	a.raw == "org.apache.hadoop.fs.s3a.S3AFileSystem"
} else := "Hadoop 3 has no s3n://" if {
	startswith(a.key, "spark.hadoop.fs.s3n.")
	a.key != "spark.hadoop.fs.s3n.impl"
} else := $"the Hadoop of Spark {input.job.spark_release} has no S3Guard" if {
	regex.match(`^spark\.hadoop\.fs\.s3a\.(metadatastore\.|s3guard\.)`, a.key)
	release.at_least("4.0")
}
