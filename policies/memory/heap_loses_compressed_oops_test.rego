package policies.memory.heap_loses_compressed_oops_test

import data.policies.memory.heap_loses_compressed_oops as rule

job(heap, compressed, arguments) := {
	"written": {"spark.executor.memory": "flag"},
	"facts": {"executor": {"heap_mib": heap, "compressed_oops": compressed, "jvm_arguments": arguments}},
}

test_denies_a_heap_just_above_the_border if {
	rule.deny == {{
		"at": "spark.executor.memory",
		"msg": "with 36864 MiB of heap the JVM needs 8 bytes for each reference; up to 32736 MiB it needs 4, so that 31g hold more objects",
		"because": ["executor.compressed_oops"],
		"set": {"spark.executor.memory": "31g"},
		"unsafe": true,
	}} with input as job(36864, false, [])
}

test_allows_a_heap_below_the_border if {
	count(rule.deny) == 0 with input as job(31744, true, [])
}

test_allows_a_heap_far_above if {
	count(rule.deny) == 0 with input as job(65536, false, [])
}

test_allows_what_somebody_chose if {
	every flag in ["-XX:-UseCompressedOops", "-XX:+UseZGC"] {
		count(rule.deny) == 0 with input as job(40960, false, [flag])
	}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"written": {"spark.executor.memory": "flag"}, "facts": {"executor": {"heap_mib": 36864}}}
}
