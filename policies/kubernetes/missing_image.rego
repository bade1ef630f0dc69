# METADATA
# title: No container image
# description: |
#   Spark refuses to build a pod without an image: neither spark.kubernetes.container.image nor the driver's and
#   executor's own settings are written.
# related_resources:
#   - description: Docker images
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#docker-images
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#     kinds: [spark-submit, jobspec]
#     complete: true
#   fix: Set spark.kubernetes.container.image to a pinned image of your Spark version.
package policies.kubernetes.missing_image

deny contains {"msg": "no container image for the driver: Spark refuses the job with \"Must specify the driver container image\""} if {
	input.job.deploy_mode == "cluster"
	input.unset["spark.kubernetes.container.image"]
	input.unset["spark.kubernetes.driver.container.image"]
	input.unset["spark.kubernetes.driver.podTemplateFile"]
}

deny contains {"msg": "no container image for the executors: Spark refuses the job with \"Must specify the executor container image\""} if {
	input.job.deploy_mode == "client"
	input.unset["spark.kubernetes.container.image"]
	input.unset["spark.kubernetes.executor.container.image"]
	input.unset["spark.kubernetes.executor.podTemplateFile"]
}
