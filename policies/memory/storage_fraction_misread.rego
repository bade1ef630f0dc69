# METADATA
# title: Storage fraction taken for a ceiling
# description: |
#   Caches may take all of Spark's unified memory while tasks do not need it. spark.memory.storageFraction is the part
#   from which tasks cannot drive them out again: a floor for what is cached. A smaller one protects less of the cache
#   and does not keep it small.
# related_resources:
#   - description: Tuning Spark, memory management
#     ref: https://spark.apache.org/docs/latest/tuning.html#memory-management-overview
# custom:
#   severity: info
#   since: 0.1.0
#   params:
#     usual:
#       default: 0.5
#       doc: Spark's own fraction; smaller ones are looked at
#   fix: To keep a cache small, cache less or with a storage level on disk; otherwise delete the setting.
package policies.memory.storage_fraction_misread

params := data.params.memory.storage_fraction_misread

deny contains {
	"at": "spark.memory.storageFraction",
	"msg": $"caches may still fill all {unified} MiB; {fraction} only says that tasks cannot drive them below {protected} MiB",
	"because": ["executor.unified_mib", "executor.storage_mib"],
} if {
	input.written["spark.memory.storageFraction"]
	input.written["spark.executor.memory"]
	fraction := input.conf["spark.memory.storageFraction"]
	fraction < params.usual
	unified := input.facts.executor.unified_mib
	protected := input.facts.executor.storage_mib
}
