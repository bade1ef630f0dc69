package policies.dynamic_allocation.subkeys_without_enabled_test

import data.policies.dynamic_allocation.subkeys_without_enabled as rule

bounds := [
	{"id": "assignment#0", "name": "spark.dynamicAllocation.maxExecutors", "raw": "20", "effective": true},
	{"id": "assignment#1", "name": "spark.dynamicAllocation.minExecutors", "raw": "2", "effective": true},
	{"id": "assignment#2", "name": "spark.executor.cores", "raw": "4", "effective": true},
]

test_denies_bounds_alone if {
	rule.deny == {{
		"at": "spark.dynamicAllocation.maxExecutors",
		"msg": "spark.dynamicAllocation.maxExecutors has no effect: spark.dynamicAllocation.enabled is false unless it is written",
		"because": ["executors.effective_count"],
		"notes": ["spark.dynamicAllocation.minExecutors"],
		"set": {"spark.dynamicAllocation.enabled": "true"},
		"unsafe": true,
	}} with input as {"unset": {"spark.dynamicAllocation.enabled": true}, "assignments": bounds}
}

test_allows_a_switch_that_somebody_turned if {
	count(rule.deny) == 0 with input as {"unset": {}, "written": {"spark.dynamicAllocation.enabled": "conf"}, "assignments": bounds}
}

test_allows_none if {
	count(rule.deny) == 0 with input as {"unset": {"spark.dynamicAllocation.enabled": true}, "assignments": [bounds[2]]}
}
