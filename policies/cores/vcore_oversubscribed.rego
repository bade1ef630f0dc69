# METADATA
# title: More task slots than cores on a machine
# description: |
#   YARN's DefaultResourceCalculator, the one of an unconfigured CapacityScheduler and of EMR, counts memory alone: a machine
#   takes executors until its memory is full, however many cores they ask for. Small executors with many cores then run
#   several tasks on each core, and all of them slow down. Tasks that wait for storage much of their time bear some of it.
# related_resources:
#   - description: CapacityScheduler, yarn.scheduler.capacity.resource-calculator
#     ref: https://hadoop.apache.org/docs/stable/hadoop-yarn/hadoop-yarn-site/CapacityScheduler.html
#   - description: EMR best practices, DefaultResourceCalculator and the cores of instances
#     ref: https://aws.github.io/aws-emr-best-practices/docs/bestpractices/Applications/Spark/best_practices
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn]
#     complete: true
#     profile: true
#   params:
#     maximum_ratio:
#       default: 2
#       doc: most task slots for each core of a machine
#   fix: Give executors as much memory for each core as the machines have, or let the scheduler count cores too (DominantResourceCalculator).
#   yields_to: [memory/execution_per_task_too_small, memory/executor_memory_no_unit, memory/executor_memory_defaulted]
package policies.cores.vcore_oversubscribed

import data.policies.lib.packing

params := data.params.cores.vcore_oversubscribed

deny contains object.union(
	{
		"at": "node.executors_count",
		"msg": $"{whether}a machine with {vcores} cores takes {fitting} executors of {cores} cores, which believe to have {packing.tenths(ratio)} cores for each that is there; {packing.words}",
		"because": ["node.executors_count", "node.oversubscribed_ratio", "node.best_heap_mib"],
		"severity": severity,
	},
	packing.mending,
) if {
	ratio := input.facts.node.oversubscribed_ratio
	ratio > params.maximum_ratio
	fitting := input.facts.node.executors_count
	vcores := packing.tenths(input.facts.node.allocatable_vcores)
	cores := input.facts.executor.cores
	input.facts.executors.maximum_count >= fitting
	not spread_out
}

# So few executors that each may have its cores on some machine.
spread_out if {
	limit := params.maximum_ratio * input.facts.cluster.vcores_count
	input.facts.executors.maximum_count * input.facts.executor.cores <= limit
}

# Whether it is certain that only memory counts.
memory_alone if input.job.resource_calculator == "default"

memory_alone if {
	input.job.platform == "emr"
	not input.job.resource_calculator
}

default whether := "where the scheduler counts memory alone, "

whether := "" if memory_alone

default severity := "info"

severity := "warning" if memory_alone
