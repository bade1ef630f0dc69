# METADATA
# title: Output folders not checked
# description: |
#   saveAsHadoopFile and the other saves of RDDs refuse a folder that already exists. Without the check they write into it:
#   files of an earlier run with more partitions stay among the new ones, and readers see both.
# related_resources:
#   - description: Spark configuration, execution behavior
#     ref: https://spark.apache.org/docs/latest/configuration.html#execution-behavior
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Remove the setting, and delete the old output before the job writes.
package policies.storage.validate_output_specs_off

deny contains {
	"at": "spark.hadoop.validateOutputSpecs",
	"msg": "RDDs are saved into folders that already exist, and files of an earlier run stay among the new ones",
	"unset": ["spark.hadoop.validateOutputSpecs"],
	"unsafe": true,
} if {
	input.written["spark.hadoop.validateOutputSpecs"]
	input.conf["spark.hadoop.validateOutputSpecs"] == false
}
