# METADATA
# title: Very small young generation
# description: |
#   New objects live in the young generation. Left alone, the collectors give it up to a third of the heap (Parallel)
#   or more (G1). With a small fixed size it fills many times as often, objects that would soon have died are copied
#   into the old generation, and full collections follow.
# related_resources:
#   - description: Tuning Spark, garbage collection tuning
#     ref: https://spark.apache.org/docs/latest/tuning.html#garbage-collection-tuning
#   - description: Tuning the Garbage-First collector
#     ref: https://docs.oracle.com/en/java/javase/17/gctuning/garbage-first-garbage-collector-tuning.html
# custom:
#   severity: warning
#   since: 0.1.0
#   params:
#     minimum_share:
#       default: 0.1
#       doc: smallest share of the heap that a fixed young generation should have
#   fix: Remove -XX:MaxNewSize or -Xmn and let the collector size its generations.
package policies.jvm.young_generation_capped

import data.policies.lib.java_options

params := data.params.jvm.young_generation_capped

deny contains object.union(
	{
		"at": key,
		"msg": $"{word} leaves new objects {cap} of {heap} MiB of heap, less than {percent}%: they are collected far more often than in a young generation that can grow",
		"because": [$"{jvm}.heap_mib"],
		"unsafe": true,
	},
	mended(key),
) if {
	some jvm, heap in heap_mib
	sizes := [[key, word] | some key, text in java_options.by_jvm[jvm]; some word in java_options.words(text); size_mib(word)]
	[key, word] := sizes[count(sizes) - 1]
	cap := size_mib(word)
	cap < params.minimum_share * heap
	percent := round(params.minimum_share * 100)
}

# A default heap counts only where nobody can have written another.
heap_mib["executor"] := input.facts.executor.heap_mib if input.written["spark.executor.memory"]

heap_mib["executor"] := input.facts.executor.heap_mib if input.unset["spark.executor.memory"]

heap_mib["driver"] := input.facts.driver.heap_mib if input.written["spark.driver.memory"]

heap_mib["driver"] := input.facts.driver.heap_mib if input.unset["spark.driver.memory"]

# The size that a word gives the young generation, in MiB.
size_mib(word) := mib if {
	[_, number, unit] := regex.find_all_string_submatch_n(`^-(?:XX:MaxNewSize=|Xmn)(\d+)([kKmMgG])$`, word, 1)[0]
	mib := round(to_number(number) * {"k": 1 / 1024, "m": 1, "g": 1024}[lower(unit)])
}

mended(key) := java_options.leave(key, java_options.by_key[key], [word |
	some word in java_options.words(java_options.by_key[key])
	not size_mib(word)
])
