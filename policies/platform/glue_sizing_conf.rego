# METADATA
# title: Sizes in a job that Glue sizes
# description: |
#   Glue derives the number and the size of executors, and the driver's, from worker_type and number_of_workers. Most
#   Spark settings for sizes, the master and dynamic allocation are not taken into account; those that are fight with
#   Glue's own.
# related_resources:
#   - description: AWS Glue, job parameters
#     ref: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-arguments.html
#   - description: AWS Glue, Jobs API (WorkerType)
#     ref: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-job.html
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     platforms: [glue]
#   params:
#     settings:
#       default:
#         - spark.driver.cores
#         - spark.driver.memory
#         - spark.executor.cores
#         - spark.executor.instances
#         - spark.executor.memory
#         - spark.master
#         - spark.submit.deployMode
#       doc: settings that Glue works out itself
#     prefixes:
#       default: [spark.dynamicAllocation., spark.shuffle.service.]
#       doc: beginnings of further such settings
#   fix: Remove them, and size the job with worker_type and number_of_workers.
package policies.platform.glue_sizing_conf

import data.policies.lib.sizing

params := data.params.platform.glue_sizing_conf

deny contains sizing.answer(
	sizing.written(params.settings, params.prefixes),
	"Glue sizes the job by worker_type and number_of_workers, and does not take most such settings into account",
)
