# METADATA
# title: Executor larger than YARN's largest container
# description: |
#   YARN gives no container above yarn.scheduler.maximum-allocation-mb. Spark asks for heap, overhead, off-heap and Python
#   memory together, compares the sum with that limit before it submits, and refuses the job: "Required executor memory
#   … is above the max threshold". The limit is the one that the cluster profile says.
# related_resources:
#   - description: org.apache.spark.deploy.yarn.Client.verifyClusterResources, asked in Spark 3.0.3, 3.5.9 and 4.3.0
#     ref: https://github.com/apache/spark/blob/v3.5.1/resource-managers/yarn/src/main/scala/org/apache/spark/deploy/yarn/Client.scala
#   - description: yarn.scheduler.maximum-allocation-mb
#     ref: https://hadoop.apache.org/docs/stable/hadoop-yarn/hadoop-yarn-common/yarn-default.xml
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn]
#     profile: true
#   fix: Lower spark.executor.memory to what fits with its overhead, or raise the limit in yarn-site.xml and in the profile.
package policies.memory.container_exceeds_max_allocation

import data.policies.lib.heap

deny contains object.union(
	{
		"at": "executor.container_mib",
		"msg": $"the executor's container of {container} MiB, {memory} MiB of it heap, is above yarn.scheduler.maximum-allocation-mb {limit}: spark-submit refuses the job",
		"because": ["executor.container_mib", "yarn.maximum_allocation_mib"],
	},
	mending,
) if {
	container := input.facts.executor.container_mib
	memory := input.facts.executor.heap_mib
	limit := input.facts.yarn.maximum_allocation_mib
	container > limit
}

default mending := {}

mending := {"set": {"spark.executor.memory": heap.text(heap.executor(input.facts.yarn.maximum_allocation_mib))}, "unsafe": true} if {
	input.written["spark.executor.memory"]
}
