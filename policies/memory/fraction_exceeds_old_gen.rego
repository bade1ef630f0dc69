# METADATA
# title: Spark's memory does not fit into the old generation
# description: |
#   Cached blocks live long, and long-lived objects are kept in the old generation. The Parallel and Serial collectors
#   divide the heap beforehand: two thirds for the old generation, or what -XX:NewRatio or -Xmn leave it. When Spark may
#   keep more than that, a full cache makes the JVM collect the whole heap again and again.
# related_resources:
#   - description: Tuning Spark, advanced garbage collection tuning
#     ref: https://spark.apache.org/docs/latest/tuning.html#advanced-gc-tuning
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Lower spark.memory.fraction, or give the young generation less (a larger -XX:NewRatio); G1 moves the border by itself.
#   yields_to: [memory/fraction_too_high]
package policies.memory.fraction_exceeds_old_gen

deny contains object.union(mended, {
	"at": at,
	"msg": $"the old generation is {old} of {heap} MiB and Spark may keep {unified} MiB there: once caches fill it, the JVM collects the whole heap again and again",
	"because": ["executor.unified_mib"],
	"notes": ["spark.memory.fraction"],
}) if {
	heap_settled
	heap := input.facts.executor.heap_mib
	input.facts.executor.collector in {"Parallel", "Serial"}
	old := old_mib(heap)
	unified := input.facts.executor.unified_mib
	unified > old
}

# The word that divides the heap: the last one, and -Xmn before -XX:NewRatio.
dividing(pattern) := found[count(found) - 1] if {
	found := [groups | some word in input.facts.executor.jvm_arguments; groups := regex.find_all_string_submatch_n(pattern, word, 1)[0]]
}

fixed := dividing(`^-Xmn(\d+)([kKmMgG])$`)

ratio := dividing(`^-XX:NewRatio=([1-9]\d*)$`)

old_mib(heap) := heap - floor(to_number(fixed[1]) * {"k": 1 / 1024, "m": 1, "g": 1024}[lower(fixed[2])]) if {
	fixed
} else := floor((heap * to_number(ratio[1])) / (1 + to_number(ratio[1]))) if {
	ratio
} else := floor((2 * heap) / 3) if {
	every word in input.facts.executor.jvm_arguments {
		not regex.match(`^-Xmn|^-XX:(NewRatio|NewSize|MaxNewSize)=`, word)
	}
}

# Spark's own fraction fits into what the JVM takes by itself.
at := "spark.executor.extraJavaOptions" if {
	regex.match(`-Xmn|-XX:NewRatio=`, input.conf["spark.executor.extraJavaOptions"])
} else := "spark.memory.fraction"

mended := {"unset": ["spark.memory.fraction"], "unsafe": true} if {
	at == "spark.memory.fraction"
	input.written["spark.memory.fraction"]
} else := {}

# A default heap counts only where nobody can have written another.
heap_settled if input.written["spark.executor.memory"]

heap_settled if input.unset["spark.executor.memory"]
