# METADATA
# title: Backlog timeouts taken for one another
# description: |
#   Dynamic allocation asks for its first executors when tasks have waited for
#   spark.dynamicAllocation.schedulerBacklogTimeout, and for more, twice as many each time, when they go on waiting for
#   sustainedSchedulerBacklogTimeout. A long sustained timeout does not delay the first request; it slows down every
#   following one, so that a job reaches its size minutes later.
# related_resources:
#   - description: Resource allocation policy
#     ref: https://spark.apache.org/docs/latest/job-scheduling.html#resource-allocation-policy
# custom:
#   severity: info
#   since: 0.1.0
#   params:
#     ratio:
#       default: 5
#       doc: how many times the first timeout the sustained one may be
#   fix: Set schedulerBacklogTimeout to delay the first request, and leave the sustained timeout, which follows it, unset.
package policies.dynamic_allocation.backlog_order

import data.policies.lib.dynamic_allocation

params := data.params.dynamic_allocation.backlog_order

deny contains {
	"at": "spark.dynamicAllocation.sustainedSchedulerBacklogTimeout",
	"msg": $"the first executors are asked for after {first / 1000} s, and each further round {sustained / 1000} s later: the sustained timeout slows growth down, not the first request",
	"notes": ["spark.dynamicAllocation.schedulerBacklogTimeout"],
} if {
	dynamic_allocation.on
	input.written["spark.dynamicAllocation.sustainedSchedulerBacklogTimeout"]
	sustained := input.conf["spark.dynamicAllocation.sustainedSchedulerBacklogTimeout"]
	first_settled
	first := input.conf["spark.dynamicAllocation.schedulerBacklogTimeout"]
	sustained > params.ratio * first
}

# The default counts only where nobody can have written another timeout.
first_settled if input.written["spark.dynamicAllocation.schedulerBacklogTimeout"]

first_settled if input.unset["spark.dynamicAllocation.schedulerBacklogTimeout"]
