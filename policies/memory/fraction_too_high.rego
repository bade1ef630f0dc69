# METADATA
# title: Little heap left to the application
# description: |
#   spark.memory.fraction is the share of the heap (above 300 MiB) for Spark's own caches, sorts and joins. The rest holds
#   everything else: the objects of user functions, hash maps, buffers of file readers. It is not guarded: when it runs
#   short, executors collect garbage without end and die of OutOfMemoryError.
# related_resources:
#   - description: Tuning Spark, memory management
#     ref: https://spark.apache.org/docs/latest/tuning.html#memory-management-overview
# custom:
#   severity: warning
#   since: 0.1.0
#   params:
#     maximum:
#       default: 0.75
#       doc: largest share of the heap for Spark's own memory
#   fix: Remove the setting; Spark's default of 0.6 lends memory between caches and tasks as they need it.
package policies.memory.fraction_too_high

params := data.params.memory.fraction_too_high

deny contains {
	"at": "spark.memory.fraction",
	"msg": $"{fraction} leaves {percent}% of the heap to the application's own objects and to file readers; Spark's default leaves 40%",
	"because": ["executor.unified_mib", "executor.user_mib"],
	"unset": ["spark.memory.fraction"],
	"unsafe": true,
} if {
	fraction := input.conf["spark.memory.fraction"]
	fraction > params.maximum
	fraction <= 1
	percent := round(1000 * (1 - fraction)) / 10
}
