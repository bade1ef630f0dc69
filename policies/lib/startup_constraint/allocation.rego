# Numbers of executors and cores that cannot come together.
package policies.lib.startup_constraint.allocation

import data.policies.lib.dynamic_allocation

# ExecutorAllocationManager.validateSettings: "schedulerBacklogTimeout must be > 0!"
rows contains {
	"case": "backlog_timeout",
	"at": key,
	"msg": $"{key} comes to {floor(ms / 1000)} whole seconds, which is how Spark counts it: Spark does not start with less than 1",
} if {
	dynamic_allocation.on
	some key, ms in backlog_timeouts
	input.written[key]
	ms < 1000
}

backlog_timeouts["spark.dynamicAllocation.schedulerBacklogTimeout"] := input.conf["spark.dynamicAllocation.schedulerBacklogTimeout"]

backlog_timeouts["spark.dynamicAllocation.sustainedSchedulerBacklogTimeout"] := input.conf["spark.dynamicAllocation.sustainedSchedulerBacklogTimeout"]

# ExecutorAllocationManager.validateSettings: "executorAllocationRatio must be > 0
# and <= 1.0"
rows contains {
	"case": "allocation_ratio",
	"at": "spark.dynamicAllocation.executorAllocationRatio",
	"msg": $"spark.dynamicAllocation.executorAllocationRatio={ratio} is not above 0 and up to 1: Spark does not start",
} if {
	dynamic_allocation.on
	ratio := input.conf["spark.dynamicAllocation.executorAllocationRatio"]
	not in_unit(ratio)
}

in_unit(ratio) if {
	ratio > 0
	ratio <= 1
}

# streaming.scheduler.ExecutorAllocationManager: "Dynamic Allocation cannot be
# enabled for both streaming and core at the same time."
rows contains {
	"case": "two_dynamic_allocations",
	"at": "spark.streaming.dynamicAllocation.enabled",
	"msg": "spark.streaming.dynamicAllocation.enabled and spark.dynamicAllocation.enabled are both true: a StreamingContext does not start",
	"notes": ["spark.dynamicAllocation.enabled"],
} if {
	dynamic_allocation.on
	input.conf["spark.streaming.dynamicAllocation.enabled"]
}

# streaming.scheduler.ExecutorAllocationManager: "scalingUpRatio must be more than
# config scalingDownRatio"
rows contains {
	"case": "streaming_ratios",
	"at": "spark.streaming.dynamicAllocation.scalingUpRatio",
	"msg": $"spark.streaming.dynamicAllocation.scalingUpRatio={up} is not above scalingDownRatio={down}: a StreamingContext does not start",
	"notes": ["spark.streaming.dynamicAllocation.scalingDownRatio"],
} if {
	input.conf["spark.streaming.dynamicAllocation.enabled"]
	up := input.conf["spark.streaming.dynamicAllocation.scalingUpRatio"]
	down := input.conf["spark.streaming.dynamicAllocation.scalingDownRatio"]
	up <= down
}

# streaming.scheduler.ExecutorAllocationManager: "maxExecutors must be more than
# config minExecutors"
rows contains {
	"case": "streaming_bounds",
	"at": "spark.streaming.dynamicAllocation.maxExecutors",
	"msg": $"at least {least} and at most {most} executors: a StreamingContext does not start",
	"notes": ["spark.streaming.dynamicAllocation.minExecutors"],
} if {
	input.conf["spark.streaming.dynamicAllocation.enabled"]
	input.written["spark.streaming.dynamicAllocation.minExecutors"]
	input.written["spark.streaming.dynamicAllocation.maxExecutors"]
	least := input.conf["spark.streaming.dynamicAllocation.minExecutors"]
	most := input.conf["spark.streaming.dynamicAllocation.maxExecutors"]
	most < least
}
