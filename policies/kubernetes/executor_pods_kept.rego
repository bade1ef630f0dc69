# METADATA
# title: Pods of dead executors are kept
# description: |
#   With spark.kubernetes.executor.deleteOnTermination=false the pod of every executor that failed or was released stays
#   until the driver's pod is deleted. It uses no CPU, but each is an object of the API server, and volumes in it are
#   kept too. The setting is for debugging.
# related_resources:
#   - description: Spark properties of Kubernetes
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#spark-properties
# custom:
#   severity: info
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#   fix: Delete the setting.
package policies.kubernetes.executor_pods_kept

deny contains {
	"at": "spark.kubernetes.executor.deleteOnTermination",
	"msg": "the pod of every executor that ends is kept: they pile up, with their volumes, until the driver's pod is deleted",
	"unset": ["spark.kubernetes.executor.deleteOnTermination"],
} if {
	input.conf["spark.kubernetes.executor.deleteOnTermination"] == false
}
