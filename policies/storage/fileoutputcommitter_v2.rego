# METADATA
# title: Output committed by algorithm 2
# description: |
#   Version 2 of Hadoop's file committer publishes the files of each task when the task ends, not when the job ends. A
#   job that fails, or a task that is retried, leaves partial or duplicate output which readers already see.
# related_resources:
#   - description: Integration with cloud infrastructures
#     ref: https://spark.apache.org/docs/latest/cloud-integration.html
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Delete the setting; on object stores use the S3A, manifest or vendor committer, which are fast and safe.
package policies.storage.fileoutputcommitter_v2

deny contains {
	"at": "spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version",
	"msg": "algorithm 2 publishes files as tasks end: a failed or retried task leaves partial or duplicate output",
	"unset": ["spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version"],
	"unsafe": true,
} if {
	trim_space(input.conf["spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version"]) == "2"
}
