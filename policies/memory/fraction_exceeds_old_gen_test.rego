package policies.memory.fraction_exceeds_old_gen_test

import data.policies.memory.fraction_exceeds_old_gen as rule

executor(collector, arguments, unified) := {
	"conf": {"spark.executor.extraJavaOptions": concat(" ", arguments)},
	"written": {"spark.executor.memory": "flag"},
	"facts": {"executor": {"heap_mib": 16384, "unified_mib": unified, "collector": collector, "jvm_arguments": arguments}},
}

test_denies_a_large_young_generation if {
	rule.deny == {{
		"at": "spark.executor.extraJavaOptions",
		"msg": "the old generation is 8192 of 16384 MiB and Spark may keep 9650 MiB there: once caches fill it, the JVM collects the whole heap again and again",
		"because": ["executor.unified_mib"],
		"notes": ["spark.memory.fraction"],
	}} with input as executor("Parallel", ["-XX:NewRatio=3", "-XX:NewRatio=1"], 9650)
}

test_denies_a_young_generation_of_fixed_size if {
	some answer in rule.deny with input as executor("Serial", ["-XX:NewRatio=3", "-Xmn8g"], 9650)
	startswith(answer.msg, "the old generation is 8192 of 16384 MiB")
}

test_denies_a_large_fraction if {
	unset := {"written": {"spark.executor.memory": false}, "unset": {"spark.executor.memory": true}}
	some answer in rule.deny with input as object.union(executor("Parallel", [], 11000), unset)
	answer.at == "spark.memory.fraction"
	startswith(answer.msg, "the old generation is 10922 of 16384 MiB")
}

test_takes_the_fraction_back if {
	some answer in rule.deny with input as object.union(executor("Parallel", [], 11000), {"written": {"spark.memory.fraction": "conf"}})
	answer.unset == ["spark.memory.fraction"]
	answer.unsafe
}

test_allows_what_fits if {
	count(rule.deny) == 0 with input as executor("Parallel", ["-XX:NewRatio=2"], 9650)
}

test_allows_collectors_that_move_the_border if {
	count(rule.deny) == 0 with input as executor("G1", ["-Xmn8g"], 9650)
}

test_silent_about_other_words_that_divide if {
	count(rule.deny) == 0 with input as executor("Parallel", ["-XX:NewSize=8g"], 15000)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"written": {"spark.executor.memory": "flag"}, "facts": {"executor": {"heap_mib": 16384}}}
}
