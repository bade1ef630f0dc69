package policies.memory.storage_fraction_misread_test

import data.policies.memory.storage_fraction_misread as rule

executor(fraction) := {
	"conf": {"spark.memory.storageFraction": fraction},
	"written": {"spark.memory.storageFraction": "conf", "spark.executor.memory": "flag"},
	"facts": {"executor": {"unified_mib": 4735, "storage_mib": 947}},
}

test_denies_a_small_fraction if {
	rule.deny == {{
		"at": "spark.memory.storageFraction",
		"msg": "caches may still fill all 4735 MiB; 0.2 only says that tasks cannot drive them below 947 MiB",
		"because": ["executor.unified_mib", "executor.storage_mib"],
	}} with input as executor(0.2)
}

test_allows_sparks_own if {
	count(rule.deny) == 0 with input as executor(0.5)
}

test_allows_more_protection if {
	count(rule.deny) == 0 with input as executor(0.7)
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as object.remove(executor(0.2), ["facts"])
}
