# Settings about the size and the number of executors that another one overrides.
package policies.lib.no_effect.executors

import data.policies.lib.assignment
import data.policies.lib.dynamic_allocation
import data.policies.lib.switch

# deploy.master.Master charges a worker for spark.executor.memory and no more.
rows contains {
	"case": "overhead_on_standalone",
	"at": a.id,
	"msg": $"{assignment.said(a)} has no effect: a standalone worker counts spark.executor.memory and no overhead",
	"unset": [a.name],
} if {
	input.job.cluster_manager == "standalone"
	some a in input.assignments
	a.name in {"spark.executor.memoryOverhead", "spark.executor.memoryOverheadFactor", "spark.executor.minMemoryOverhead"}
	a.effective
	assignment.own(a)
}

# memoryOverhead.getOrElse(factor × memory), in ResourceProfile and everywhere else.
rows contains {
	"case": "overhead_factor",
	"at": keys[1],
	"msg": $"{keys[1]}={factor} is not used: {keys[0]} sets the overhead to {floor(overhead / 1048576)} MiB",
	"notes": [keys[0]],
	"unset": [keys[1]],
} if {
	some [keys, overhead, factor] in overheads
	input.written[keys[0]]
	input.written[keys[0]] == input.written[keys[1]]
	input.job.cluster_manager != "standalone"
}

overheads contains [["spark.executor.memoryOverhead", "spark.executor.memoryOverheadFactor"], overhead, factor] if {
	overhead := input.conf["spark.executor.memoryOverhead"]
	factor := input.conf["spark.executor.memoryOverheadFactor"]
}

overheads contains [["spark.driver.memoryOverhead", "spark.driver.memoryOverheadFactor"], overhead, factor] if {
	overhead := input.conf["spark.driver.memoryOverhead"]
	factor := input.conf["spark.driver.memoryOverheadFactor"]
}

# Utils.getDynamicAllocationInitialExecutors takes the largest: "Ignoring ...
# initialExecutors because less than ... minExecutors".
rows contains {
	"case": "initial_below_minimum",
	"at": "spark.dynamicAllocation.initialExecutors",
	"msg": $"spark.dynamicAllocation.initialExecutors={initial} is ignored: minExecutors={minimum} is more",
	"notes": ["spark.dynamicAllocation.minExecutors"],
	"unset": ["spark.dynamicAllocation.initialExecutors"],
} if {
	dynamic_allocation.on
	input.written["spark.dynamicAllocation.initialExecutors"]
	initial := input.conf["spark.dynamicAllocation.initialExecutors"]
	minimum := input.conf["spark.dynamicAllocation.minExecutors"]
	initial < minimum
}

# resource.ResourceProfileManager warns of it (SPARK-30299).
rows contains {
	"case": "executors_of_all_cores",
	"at": "spark.dynamicAllocation.enabled",
	"msg": "without spark.executor.cores an executor takes all cores of its worker: Spark counts on one core each, and may ask for more executors than the tasks need",
	"severity": "info",
	"absent": true,
} if {
	input.job.cluster_manager == "standalone"
	input.conf["spark.dynamicAllocation.enabled"]
	switch.left_alone("spark.executor.cores")
}
