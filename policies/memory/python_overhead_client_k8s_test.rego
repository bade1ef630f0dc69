package policies.memory.python_overhead_client_k8s_test

import data.policies.memory.python_overhead_client_k8s as rule

nobody := {"spark.executor.memoryOverhead": true, "spark.executor.memoryOverheadFactor": true, "spark.kubernetes.memoryOverheadFactor": true}

test_denies_the_overhead_of_a_jvm if {
	rule.deny == {{
		"at": "spark.executor.memory",
		"msg": "in client mode the executors of a Python application get 1638 MiB of overhead on 16384 MiB of heap; in cluster mode Spark would give them 6553",
		"because": ["executor.overhead_mib", "executor.container_mib"],
	}} with input as {"unset": nobody, "facts": {"executor": {"overhead_mib": 1638, "heap_mib": 16384}}}
}

test_allows_a_factor if {
	count(rule.deny) == 0 with input as {
		"unset": object.remove(nobody, ["spark.executor.memoryOverheadFactor"]),
		"facts": {"executor": {"overhead_mib": 4915, "heap_mib": 16384}},
	}
}

test_allows_a_heap_for_which_the_minimum_is_as_much if {
	count(rule.deny) == 0 with input as {"unset": nobody, "facts": {"executor": {"overhead_mib": 384, "heap_mib": 512}}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"unset": nobody, "facts": {}}
}

test_mends_with_a_factor_that_the_release_knows if {
	facts := {"executor": {"overhead_mib": 1638, "heap_mib": 16384}}
	some answer in rule.deny with input as {"unset": nobody, "facts": facts, "conf": {"spark.executor.memoryOverheadFactor": 0.1}}
	answer.set == {"spark.executor.memoryOverheadFactor": "0.4"}
	answer.unsafe
	every other in rule.deny {
		not other.set
	} with input as {"unset": nobody, "facts": facts, "conf": {}}
}
