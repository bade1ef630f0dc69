package policies.memory.overhead_too_small_test

import data.policies.memory.overhead_too_small as rule

job(overhead, heap) := {
	"written": {"spark.executor.memoryOverhead": "conf", "spark.executor.memory": "flag"},
	"facts": {"executor": {"overhead_mib": overhead, "heap_mib": heap}},
}

test_denies_a_small_overhead if {
	rule.deny == {{
		"at": "spark.executor.memoryOverhead",
		"msg": "512 MiB of overhead on 16384 MiB of heap (3.1%); below 1638 MiB containers are killed for exceeding their memory",
		"because": ["executor.overhead_mib", "executor.overhead_ratio", "executor.container_mib"],
		"unset": ["spark.executor.memoryOverhead"],
		"unsafe": true,
	}} with input as job(512, 16384)
}

test_denies_a_small_factor if {
	some answer in rule.deny with input as {
		"written": {"spark.executor.memoryOverheadFactor": "conf", "spark.executor.memory": "flag"},
		"facts": {"executor": {"overhead_mib": 819, "heap_mib": 16384}},
	}
	answer.at == "spark.executor.memoryOverheadFactor"
}

test_denies_against_the_default_heap if {
	some answer in rule.deny with input as {
		"written": {"spark.executor.memoryOverhead": "conf"}, "unset": {"spark.executor.memory": true},
		"facts": {"executor": {"overhead_mib": 256, "heap_mib": 1024}},
	}
	answer.msg == "256 MiB of overhead on 1024 MiB of heap (25%); below 384 MiB containers are killed for exceeding their memory"
}

reliable(written, overhead) := {
	"job": {"objective": "reliability"}, "written": {written: "conf", "spark.executor.memory": "flag"},
	"facts": {"executor": {"overhead_mib": overhead, "heap_mib": 16384}},
}

test_denies_less_than_a_fifth_for_reliability if {
	some answer in rule.deny with input as reliable("spark.executor.memoryOverhead", 2048)
	answer.msg == "2048 MiB of overhead on 16384 MiB of heap (12.5%); the profile asks for reliability, which wants 3276 MiB"
	answer.set == {"spark.executor.memoryOverhead": "3276m"}
}

test_denies_a_smaller_factor_for_reliability if {
	some answer in rule.deny with input as reliable("spark.executor.memoryOverheadFactor", 2048)
	answer.set == {"spark.executor.memoryOverheadFactor": "0.2"}
}

test_allows_a_fifth_for_reliability if {
	count(rule.deny) == 0 with input as reliable("spark.executor.memoryOverhead", 3276)
}

test_allows_less_for_efficiency if {
	count(rule.deny) == 0 with input as object.union(reliable("spark.executor.memoryOverhead", 2048), {"job": {"objective": "efficiency"}})
}

test_allows_a_quarter if {
	count(rule.deny) == 0 with input as job(1024, 4096)
}

test_allows_enough_for_a_very_large_heap if {
	count(rule.deny) == 0 with input as job(6144, 131072)
}

test_allows_spark_s_own_overhead if {
	count(rule.deny) == 0 with input as {"written": {"spark.executor.memory": "flag"}, "facts": {"executor": {"overhead_mib": 384, "heap_mib": 1024}}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"written": {"spark.executor.memoryOverhead": "conf", "spark.executor.memory": "flag"}, "facts": {"executor": {"overhead_mib": 512}}}
}

test_silent_when_a_job_may_write_the_heap if {
	count(rule.deny) == 0 with input as {"written": {"spark.executor.memoryOverhead": "spark-defaults"}, "facts": {"executor": {"overhead_mib": 256, "heap_mib": 1024}}}
}
