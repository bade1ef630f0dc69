# METADATA
# title: Deploy mode that Spark does not know
# description: |
#   The deploy mode is client, with the driver where the job is submitted, or cluster, with the driver in the
#   cluster, in lower case. spark-submit refuses anything else.
# related_resources:
#   - description: Submitting applications
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
#   - description: SparkSubmitArguments
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/deploy/SparkSubmitArguments.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Write client or cluster.
package policies.correctness.deploy_mode_invalid

import data.policies.lib.value_text

deny contains object.union({"at": "spark.submit.deployMode", "msg": $"the deploy mode is client or cluster, and not {mode}: spark-submit stops"}, mended(mode)) if {
	mode := input.conf["spark.submit.deployMode"]
	not mode in modes
	not value_text.spoilt(mode)
}

modes := {"client", "cluster"}

mended(mode) := {"set": {"spark.submit.deployMode": lower(mode)}} if {
	lower(mode) in {"client", "cluster"}
} else := {}
