# METADATA
# title: CPU request above the limit
# description: |
#   A pod requests spark.kubernetes.*.request.cores, or without it spark.*.cores, and may not use more than
#   spark.kubernetes.*.limit.cores. Kubernetes knows no pod whose limit is below its request: the API server refuses it,
#   and from 4.1 on Spark refuses to build such an executor (BasicExecutorFeatureStep).
# related_resources:
#   - description: Spark properties of Kubernetes
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#spark-properties
#   - description: Kubernetes, resource management for pods and containers
#     ref: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#   fix: Raise the limit to the request or above it, or delete it.
package policies.kubernetes.cpu_request_exceeds_limit

deny contains {
	"at": limited,
	"msg": $"the {role}'s pod requests {request} CPUs and may use {limit}: Kubernetes refuses a pod whose limit is below its request",
	"because": [$"kubernetes.{role}_cpu_request", $"kubernetes.{role}_cpu_limit"],
	"notes": [requested],
	"unset": [limited],
	"unsafe": true,
} if {
	some role, cpu in cpus
	request := cpu.request
	limit := cpu.limit
	request > limit
	limited := $"spark.kubernetes.{role}.limit.cores"
	requested := cpu.by
}

cpus["executor"] := {
	"request": input.facts.kubernetes.executor_cpu_request,
	"limit": input.facts.kubernetes.executor_cpu_limit,
	"by": executor_source,
}

cpus["driver"] := {
	"request": input.facts.kubernetes.driver_cpu_request,
	"limit": input.facts.kubernetes.driver_cpu_limit,
	"by": driver_source,
}

# The setting behind a request; a default counts only where nobody can have
# written another value.
executor_source := "spark.kubernetes.executor.request.cores" if {
	input.written["spark.kubernetes.executor.request.cores"]
} else := "spark.executor.cores" if {
	input.written["spark.executor.cores"]
} else := "spark.executor.cores" if {
	input.unset["spark.kubernetes.executor.request.cores"]
	input.unset["spark.executor.cores"]
}

driver_source := "spark.kubernetes.driver.request.cores" if {
	input.written["spark.kubernetes.driver.request.cores"]
} else := "spark.driver.cores" if {
	input.written["spark.driver.cores"]
} else := "spark.driver.cores" if {
	input.unset["spark.kubernetes.driver.request.cores"]
	input.unset["spark.driver.cores"]
}
