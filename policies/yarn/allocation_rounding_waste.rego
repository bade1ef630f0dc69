# METADATA
# title: YARN rounds executors far up
# description: |
#   YARN grants multiples of its step: yarn.scheduler.minimum-allocation-mb with the CapacityScheduler,
#   yarn.scheduler.increment-allocation-mb with the FairScheduler. An executor that asks for a little more than a multiple is
#   charged for the next one, and its JVM never uses the rest, because its heap is what spark.executor.memory says.
# related_resources:
#   - description: yarn.scheduler.minimum-allocation-mb
#     ref: https://hadoop.apache.org/docs/stable/hadoop-yarn/hadoop-yarn-common/yarn-default.xml
#   - description: FairScheduler, yarn.scheduler.increment-allocation-mb
#     ref: https://hadoop.apache.org/docs/stable/hadoop-yarn/hadoop-yarn-site/FairScheduler.html
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn]
#     complete: true
#     profile: true
#   params:
#     maximum_share:
#       default: 0.1
#       doc: share of what YARN grants that may stay unused
#     enough_mib:
#       default: 512
#       doc: unused memory of an executor, in MiB, that is worth a word
#   fix: Fill what YARN grants with heap, or lower the heap until the next smaller multiple holds it.
#   yields_to:
#     - memory/container_exceeds_max_allocation
#     - memory/container_exceeds_node
#     - memory/executor_memory_no_unit
#     - memory/executor_memory_defaulted
package policies.yarn.allocation_rounding_waste

import data.policies.lib.heap

params := data.params.yarn.allocation_rounding_waste

deny contains object.union(
	{
		"at": "executor.container_mib",
		"msg": $"YARN grants multiples of {step} MiB, and {granted} MiB for an executor that asks for {asked}: {unused} MiB of each ({percent}%) stay unused",
		"because": ["executor.container_mib", "yarn.container_rounded_mib"],
	},
	mending,
) if {
	asked := input.facts.executor.container_mib
	granted := input.facts.yarn.container_rounded_mib
	step := input.facts.yarn.allocation_step_mib
	unused := granted - asked
	unused >= params.enough_mib
	unused > params.maximum_share * granted
	percent := round((100 * unused) / granted)
}

default mending := {}

mending := {"set": {"spark.executor.memory": heap.exact(heap.executor(input.facts.yarn.container_rounded_mib))}, "unsafe": true} if {
	input.written["spark.executor.memory"]
}
