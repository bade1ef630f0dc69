# METADATA
# title: Fewer connections to S3 than tasks use
# description: |
#   A file that is open for reading holds a connection of its file system's pool, and so does each part of an upload. With
#   fewer connections than the executor's tasks use at once they wait for each other, and fail with Timeout waiting for
#   connection from pool. The default grew from 15 (Hadoop 3.2) to 96 (3.3) and 500 (3.4).
# related_resources:
#   - description: Maximizing performance when working with the S3A connector
#     ref: https://hadoop.apache.org/docs/stable/hadoop-aws/tools/hadoop-aws/performance.html
# custom:
#   severity: warning
#   since: 0.1.0
#   params:
#     per_task:
#       default: 2
#       doc: connections that a task uses at once, one to read and one to write
#   fix: Remove the setting, or raise it to a few hundred.
package policies.storage.s3a_pool_too_small

params := data.params.storage.s3a_pool_too_small

deny contains {
	"at": "spark.hadoop.fs.s3a.connection.maximum",
	"msg": $"{connections} connections to S3 for {tasks} tasks at once; below {least} they wait for each other until they time out",
	"because": ["executor.slots"],
	"unset": ["spark.hadoop.fs.s3a.connection.maximum"],
	"unsafe": true,
} if {
	text := trim_space(input.conf["spark.hadoop.fs.s3a.connection.maximum"])
	regex.match(`^[0-9]+$`, text)
	connections := to_number(text)
	tasks := input.facts.executor.slots
	least := params.per_task * tasks
	connections < least
}
