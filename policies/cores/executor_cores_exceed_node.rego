# METADATA
# title: Executor with more cores than any machine
# description: |
#   A Kubernetes pod that requests more CPU than any node gives out stays Pending. YARN refuses a request above
#   yarn.scheduler.maximum-allocation-vcores with an InvalidResourceRequestException, on which the application master
#   fails; and where its scheduler counts cores (DominantResourceCalculator), one above its largest machine. Spark itself
#   compares memory only, and submits the job.
# related_resources:
#   - description: yarn.scheduler.maximum-allocation-vcores
#     ref: https://hadoop.apache.org/docs/stable/hadoop-yarn/hadoop-yarn-common/yarn-default.xml
#   - description: Kubernetes, how pods with resource requests are scheduled
#     ref: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-requests-are-scheduled
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes]
#     profile: true
#   fix: Lower spark.executor.cores and start more executors, or write a larger kind of worker in the profile if the cluster has one.
package policies.cores.executor_cores_exceed_node

deny contains {
	"at": "executor.cores",
	"msg": $"{asked} cores for one executor are above yarn.scheduler.maximum-allocation-vcores {limit}: YARN refuses the request",
	"because": ["executor.cores", "yarn.maximum_allocation_vcores"],
} if {
	asked := input.facts.executor.cores
	limit := input.facts.yarn.maximum_allocation_vcores
	asked > limit
}

deny contains {
	"at": "executor.cores",
	"msg": $"{asked} cores for one executor, and no machine gives out more than {limit}: YARN, which counts cores here, never starts it",
	"because": ["executor.cores", "node.largest_vcores"],
} if {
	input.job.cluster_manager == "yarn"
	input.job.resource_calculator == "dominant"
	asked := input.facts.executor.cores
	limit := input.facts.node.largest_vcores
	asked > limit
	not above_limit_of_yarn
}

# The first answer says it then.
above_limit_of_yarn if input.facts.executor.cores > input.facts.yarn.maximum_allocation_vcores

deny contains {
	"at": "kubernetes.executor_cpu_request",
	"msg": $"each executor's pod requests {asked} CPU, and no machine gives out more than {limit}: the pods stay Pending",
	"because": ["kubernetes.executor_cpu_request", "node.largest_vcores"],
} if {
	input.job.cluster_manager == "kubernetes"
	asked := input.facts.kubernetes.executor_cpu_request
	limit := input.facts.node.largest_vcores
	asked > limit
}
