package policies.yarn.allocation_rounding_waste_test

import data.policies.yarn.allocation_rounding_waste as rule

job(asked, granted, written) := {
	"written": written, "conf": {},
	"facts": {
		"executor": {"container_mib": asked, "heap_mib": 4096, "offheap_mib": 0, "pyspark_mib": 0, "overhead_mib": 410, "overhead_factor": 0.1},
		"yarn": {"container_rounded_mib": granted, "allocation_step_mib": 3072},
	},
}

test_denies if {
	rule.deny == {{
		"at": "executor.container_mib",
		"msg": "YARN grants multiples of 3072 MiB, and 6144 MiB for an executor that asks for 4506: 1638 MiB of each (27%) stay unused",
		"because": ["executor.container_mib", "yarn.container_rounded_mib"],
		"set": {"spark.executor.memory": "5585m"},
		"unsafe": true,
	}} with input as job(4506, 6144, {"spark.executor.memory": "flag"})
}

test_denies_without_a_fix if {
	some answer in rule.deny with input as job(4506, 6144, {})
	not answer.set
}

test_allows_a_tenth if count(rule.deny) == 0 with input as job(27648, 30720, {})

test_allows_little if count(rule.deny) == 0 with input as job(1600, 2048, {})

test_silent_without_a_step if {
	count(rule.deny) == 0 with input as {"facts": {"executor": {"container_mib": 4506}, "yarn": {"container_rounded_mib": 6144}}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"facts": {"executor": {}, "yarn": {"allocation_step_mib": 3072}}}
}
