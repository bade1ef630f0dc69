# METADATA
# title: Shuffle files in memory
# description: |
#   With spark.kubernetes.local.dirs.tmpfs, or in an emptyDir of medium Memory, the files of shuffles and spills are in
#   memory and count against the container's limit. Only what is not heap is left for them; when they outgrow it the
#   kernel kills the container (exit code 137). Spilling then takes memory where it should free it.
# related_resources:
#   - description: Using RAM for local storage
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#using-ram-for-local-storage
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#   params:
#     enough_ratio:
#       default: 0.4
#       doc: overhead for each MiB of heap from which on it is taken to be meant for the files
#   fix: Write shuffle files to disk (spark.kubernetes.local.dirs.tmpfs=false, no medium), or raise spark.executor.memoryOverhead by their size.
package policies.kubernetes.tmpfs_local_dirs

import data.policies.lib.kubernetes_volumes

params := data.params.kubernetes.tmpfs_local_dirs

deny contains {
	"at": id,
	"msg": $"shuffle and spill files are kept in memory, and {overhead} of the container's {container} MiB are not heap: the container is killed when they outgrow that",
	"because": ["executor.container_mib", "executor.overhead_mib"],
	"set": fix.set,
	"unset": fix.unset,
	"unsafe": true,
} if {
	some id, fix in in_memory
	overhead := input.facts.executor.overhead_mib
	input.facts.executor.overhead_ratio < params.enough_ratio
	container := input.facts.executor.container_mib
	heap_settled
}

# The setting is for Spark's own volume, which it makes where no other is meant
# for these files, be it in a pod template.
in_memory["spark.kubernetes.local.dirs.tmpfs"] := {"set": {"spark.kubernetes.local.dirs.tmpfs": "false"}, "unset": []} if {
	input.conf["spark.kubernetes.local.dirs.tmpfs"]
	count(scratch) == 0
	not input.written["spark.kubernetes.executor.podTemplateFile"]
}

in_memory[medium.id] := {"set": {}, "unset": [medium.name]} if {
	some v in scratch
	v.type == "emptyDir"
	medium := v.options["options.medium"]
	medium.raw == "Memory"
}

scratch contains v if {
	some v in kubernetes_volumes.volumes
	v.role == "executor"
	kubernetes_volumes.scratch(v.name)
}

# A default heap counts only where nobody can have written another.
heap_settled if input.written["spark.executor.memory"]

heap_settled if input.unset["spark.executor.memory"]
