# METADATA
# title: Magic committer that the file system refuses
# description: |
#   fs.s3a.committer.name chooses the magic committer, and fs.s3a.committer.magic.enabled allows it in the file system. Where
#   it is not allowed, every write that reaches the committer fails when it is set up: Filesystem does not have support for
#   'magic' committer enabled. Hadoop allows it by default from 3.3.1 on.
# related_resources:
#   - description: Committing work to S3 with the S3A committers
#     ref: https://hadoop.apache.org/docs/stable/hadoop-aws/tools/hadoop-aws/committers.html
#   - description: Integration with cloud infrastructures, S3A committers
#     ref: https://spark.apache.org/docs/latest/cloud-integration.html#hadoop-s3a-committers
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Set spark.hadoop.fs.s3a.committer.magic.enabled=true.
package policies.storage.magic_name_without_enable

import data.policies.lib.committer
import data.policies.lib.platform
import data.policies.lib.release

deny contains {
	"at": at,
	"msg": $"the magic committer is chosen, and the file system does not allow it: {why}; writes fail when they are set up",
	"notes": ["spark.hadoop.fs.s3a.committer.name"],
	"set": {"spark.hadoop.fs.s3a.committer.magic.enabled": "true"},
} if {
	committer.chosen == "magic"
	not committer.by_bucket
	not platform.managed
	some at, why in disallowed
}

disallowed["spark.hadoop.fs.s3a.committer.magic.enabled"] := "spark.hadoop.fs.s3a.committer.magic.enabled is false" if {
	lower(input.conf["spark.hadoop.fs.s3a.committer.magic.enabled"]) == "false"
}

disallowed["spark.hadoop.fs.s3a.committer.name"] := $"spark.hadoop.fs.s3a.committer.magic.enabled is false by default in the Hadoop of Spark {input.job.spark_release}" if {
	input.unset["spark.hadoop.fs.s3a.committer.magic.enabled"]
	release.before("3.2")
}
