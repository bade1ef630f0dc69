# METADATA
# title: Setting of a driver that runs in the cluster
# description: |
#   In client mode the driver is the process that submits: it is started before the cluster manager is asked for
#   anything, and nobody makes a container or a pod for it. Settings of that container have no effect.
# related_resources:
#   - description: Application properties
#     ref: https://spark.apache.org/docs/latest/configuration.html#application-properties
#   - description: SparkSubmit, where options become settings
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/deploy/SparkSubmit.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     deploy_modes: [client]
#   params:
#     settings:
#       default:
#         - spark.driver.cores
#         - spark.driver.memoryOverhead
#         - spark.driver.memoryOverheadFactor
#         - spark.driver.minMemoryOverhead
#         - spark.driver.supervise
#       doc: settings of the driver's container
#     of_the_pod:
#       default:
#         - spark.kubernetes.driver.annotation.
#         - spark.kubernetes.driver.container.image
#         - spark.kubernetes.driver.label.
#         - spark.kubernetes.driver.limit.cores
#         - spark.kubernetes.driver.node.selector.
#         - spark.kubernetes.driver.podTemplateFile
#         - spark.kubernetes.driver.request.cores
#         - spark.kubernetes.driver.secretKeyRef.
#         - spark.kubernetes.driver.secrets.
#         - spark.kubernetes.driver.volumes.
#         - spark.kubernetes.driverEnv.
#       doc: beginnings of the settings of the driver's pod
#   fix: Delete the setting, or submit with --deploy-mode cluster.
package policies.correctness.ignored_in_client_mode

import data.policies.lib.assignment

params := data.params.correctness.ignored_in_client_mode

deny contains {
	"at": a.id,
	"msg": $"{assignment.named(a)} has no effect in client mode: the driver runs where the job is submitted, in no container of its own",
	"severity": severity,
} if {
	some a in input.assignments
	assignment.own(a)
	of_the_container(a.name)
	used_or_dropped(a)
}

used_or_dropped(a) if a.effective

used_or_dropped(a) if startswith(a.dropped, "spark-submit takes ")

of_the_container(name) if name in params.settings

of_the_container(name) if {
	input.job.cluster_manager == "kubernetes"
	some prefix in params.of_the_pod
	startswith(name, prefix)
}

# Who did not write the mode may have it from elsewhere.
severity := "warning" if {
	input.written["spark.submit.deployMode"]
} else := "info"
