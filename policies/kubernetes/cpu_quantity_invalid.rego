# METADATA
# title: No quantity of CPU
# description: |
#   Requests and limits of CPU are Kubernetes' quantities: 2, 0.5, 500m. Spark hands on what is written, and stops only at
#   an empty one; Kubernetes refuses the pod with anything else.
# related_resources:
#   - description: Running Spark on Kubernetes
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#spark-properties
#   - description: Resource units in Kubernetes
#     ref: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-cpu
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#   fix: Write a number of cores, or a number of thousandths such as 500m.
package policies.kubernetes.cpu_quantity_invalid

import data.policies.lib.value_text

deny contains {
	"at": key,
	"msg": $"{shown(text)} is no quantity of CPU: the pod is not made",
} if {
	some key, text in quantities
	not regex.match(`^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+|n|u|m|[kMGTPE]|[KMGTPE]i)?$`, text)
	not value_text.spoilt(text)
	not value_text.token(text)
}

shown("") := `""`

shown(text) := text if text != ""

quantities["spark.kubernetes.executor.request.cores"] := input.conf["spark.kubernetes.executor.request.cores"]

quantities["spark.kubernetes.executor.limit.cores"] := input.conf["spark.kubernetes.executor.limit.cores"]

quantities["spark.kubernetes.driver.request.cores"] := input.conf["spark.kubernetes.driver.request.cores"]

quantities["spark.kubernetes.driver.limit.cores"] := input.conf["spark.kubernetes.driver.limit.cores"]
