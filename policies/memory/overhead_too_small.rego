# METADATA
# title: Memory overhead smaller than Spark's own
# description: |
#   The overhead is the part of an executor's container outside its heap: the JVM itself, threads, network buffers,
#   Python workers. Spark takes a tenth of the heap, at least 384 MiB. With less the container outgrows its limit, and
#   YARN or Kubernetes kills it (exit code 137 or 143) whatever the heap's size. A profile with the objective reliability
#   wants a fifth.
# related_resources:
#   - description: Spark configuration, application properties
#     ref: https://spark.apache.org/docs/latest/configuration.html#application-properties
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes]
#   params:
#     minimum_share:
#       default: 0.1
#       doc: least share of the heap that the overhead should be
#     reliable_share:
#       default: 0.2
#       doc: the same where the profile's objective is reliability
#     minimum_mib:
#       default: 384
#       doc: least overhead, in MiB
#     enough_mib:
#       default: 6144
#       doc: overhead that is enough for a heap of any size, in MiB
#   fix: Remove the setting, so that Spark takes a tenth of the heap, or raise it.
#   yields_to: [platform/databricks_sizing_conf, platform/glue_sizing_conf]
package policies.memory.overhead_too_small

params := data.params.memory.overhead_too_small

deny contains object.union(
	{
		"at": at,
		"msg": $"{overhead} MiB of overhead on {heap} MiB of heap ({percent}%); {consequence(least)}",
		"because": ["executor.overhead_mib", "executor.overhead_ratio", "executor.container_mib"],
		"unsafe": true,
	},
	mending(least),
) if {
	overhead := input.facts.executor.overhead_mib
	heap := input.facts.executor.heap_mib
	least := min([params.enough_mib, max([params.minimum_mib, floor(share * heap)])])
	overhead < least
	percent := round((1000 * overhead) / heap) / 10
	heap_settled
}

reliability if input.job.objective == "reliability"

share := params.reliable_share if reliability

share := params.minimum_share if not reliability

consequence(least) := $"the profile asks for reliability, which wants {least} MiB" if reliability

consequence(least) := $"below {least} MiB containers are killed for exceeding their memory" if not reliability

# Spark's own overhead is what reliability finds too small.
mending(_) := {"unset": [at]} if not reliability

mending(least) := {"set": {at: $"{least}m"}} if {
	reliability
	at == "spark.executor.memoryOverhead"
}

mending(_) := {"set": {at: $"{params.reliable_share}"}} if {
	reliability
	at == "spark.executor.memoryOverheadFactor"
}

at := "spark.executor.memoryOverhead" if {
	input.written["spark.executor.memoryOverhead"]
} else := "spark.executor.memoryOverheadFactor" if {
	input.written["spark.executor.memoryOverheadFactor"]
}

# A default heap counts only where nobody can have written another.
heap_settled if input.written["spark.executor.memory"]

heap_settled if input.unset["spark.executor.memory"]
