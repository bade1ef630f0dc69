# METADATA
# title: Capacity that Glue does not take
# description: |
#   A Spark job of Glue 2.0 and later is sized by worker_type and number_of_workers; max_capacity is for Python shell
#   jobs and for Glue 1.0, and never stands beside the other two. G.025X workers are for streaming jobs only. The API
#   refuses any other combination when the job is created.
# related_resources:
#   - description: AWS Glue, Jobs API (MaxCapacity, WorkerType, NumberOfWorkers)
#     ref: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-job.html
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     resources: [aws_glue_job]
#   fix: Size the job with worker_type and number_of_workers alone.
package policies.platform.glue_capacity_conflict

workers := [name | some name in ["worker_type", "number_of_workers"]; input.resource.attributes[name]]

bare if {
	input.resource.absent.worker_type
	input.resource.absent.number_of_workers
}

deny contains {
	"at": "attribute#max_capacity",
	"msg": $"max_capacity = {max_capacity} stands beside {concat(" and ", workers)}: Glue refuses a job that has both",
} if {
	max_capacity := input.resource.attributes.max_capacity
	count(workers) > 0
}

deny contains {
	"at": "attribute#max_capacity",
	"msg": $"max_capacity = {max_capacity} in a Spark job of Glue {version}: from 2.0 on Glue takes worker_type and number_of_workers only",
} if {
	max_capacity := input.resource.attributes.max_capacity
	bare
	version := input.resource.attributes.glue_version
	to_number(split(version, ".")[0]) >= 2
	spark_job
}

deny contains {
	"at": "attribute#worker_type",
	"msg": "worker_type G.025X in a batch job: Glue has these workers for streaming jobs only",
} if {
	input.resource.attributes.worker_type == "G.025X"
	spark_job
	not streaming
}

# The provider's default is glueetl.
spark_job if input.resource.absent["command.name"]

spark_job if input.resource.attributes["command.name"] in {"glueetl", "gluestreaming"}

streaming if input.resource.attributes["command.name"] == "gluestreaming"
