# METADATA
# title: Application master larger than YARN's largest container
# description: |
#   On YARN the driver runs in the application master in cluster mode, and a smaller one stands for it in client mode. Its
#   heap and overhead together must not be above yarn.scheduler.maximum-allocation-mb: spark-submit compares them before it
#   submits, and refuses the job: "Required AM memory … is above the max threshold". The limit is the one that the cluster
#   profile says.
# related_resources:
#   - description: org.apache.spark.deploy.yarn.Client.verifyClusterResources, asked in Spark 3.0.3, 3.5.9 and 4.3.0
#     ref: https://github.com/apache/spark/blob/v3.5.1/resource-managers/yarn/src/main/scala/org/apache/spark/deploy/yarn/Client.scala
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn]
#     profile: true
#   fix: Lower spark.driver.memory, in client mode spark.yarn.am.memory, to what fits with its overhead.
package policies.yarn.am_container_exceeds_max

import data.policies.lib.heap

deny contains object.union(
	{
		"at": "driver.container_mib",
		"msg": $"the driver's container of {container} MiB is above yarn.scheduler.maximum-allocation-mb {limit}: spark-submit refuses the job",
		"because": ["driver.container_mib", "yarn.maximum_allocation_mib"],
	},
	mending,
) if {
	container := input.facts.driver.container_mib
	limit := input.facts.yarn.maximum_allocation_mib
	container > limit
}

deny contains {
	"at": "am.container_mib",
	"msg": $"the application master's container of {container} MiB is above yarn.scheduler.maximum-allocation-mb {limit}: spark-submit refuses the job",
	"because": ["am.container_mib", "yarn.maximum_allocation_mib"],
} if {
	container := input.facts.am.container_mib
	limit := input.facts.yarn.maximum_allocation_mib
	container > limit
}

default mending := {}

mending := {"set": {"spark.driver.memory": heap.text(heap.driver(input.facts.yarn.maximum_allocation_mib))}, "unsafe": true} if {
	input.written["spark.driver.memory"]
	input.unset["spark.driver.memoryOverhead"]
}
