package policies.dynamic_allocation.no_shuffle_backend_test

import data.policies.dynamic_allocation.no_shuffle_backend as rule

off := {
	"spark.dynamicAllocation.enabled": true,
	"spark.dynamicAllocation.shuffleTracking.enabled": false,
	"spark.shuffle.service.enabled": false,
	"spark.decommission.enabled": false,
	"spark.storage.decommission.shuffleBlocks.enabled": true,
}

job(settings) := {
	"job": {"cluster_manager": "yarn"},
	"conf": object.union(off, settings),
	"unset": {"spark.shuffle.sort.io.plugin.class": true},
}

nothing := {
	"at": "spark.dynamicAllocation.enabled",
	"msg": "dynamic allocation has neither an external shuffle service nor shuffle tracking nor decommissioning of shuffle blocks: Spark does not start",
	"notes": ["spark.dynamicAllocation.shuffleTracking.enabled", "spark.shuffle.service.enabled"],
	"set": {"spark.dynamicAllocation.shuffleTracking.enabled": "true"},
	"unsafe": true,
}

test_denies_nothing_at_all if {
	rule.deny == {nothing} with input as job({})
}

test_denies_decommissioning_that_leaves_shuffle_blocks if {
	rule.deny == {nothing} with input as job({"spark.decommission.enabled": true, "spark.storage.decommission.shuffleBlocks.enabled": false})
}

test_allows_each_of_them if {
	every key in ["spark.decommission.enabled", "spark.dynamicAllocation.shuffleTracking.enabled", "spark.shuffle.service.enabled"] {
		count(rule.deny) == 0 with input as job({key: true})
	}
}

test_allows_a_store_of_one_s_own if {
	count(rule.deny) == 0 with input as object.union(object.remove(job({}), ["unset"]), {"unset": {}})
}

test_denies_in_3_0_which_knows_no_decommissioning if {
	count(rule.deny) == 1 with input as {
		"job": {"spark_release": "3.0"},
		"conf": {
			"spark.dynamicAllocation.enabled": true, "spark.shuffle.service.enabled": false,
			"spark.dynamicAllocation.shuffleTracking.enabled": false,
		},
		"unset": {"spark.shuffle.sort.io.plugin.class": true},
	}
}

test_allows_local_mode if {
	count(rule.deny) == 0 with input as object.union(job({}), {"job": {"cluster_manager": "local"}})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"job": {}, "conf": object.remove(off, ["spark.dynamicAllocation.shuffleTracking.enabled"]),
		"unset": {"spark.shuffle.sort.io.plugin.class": true},
		"unknown": {"spark.dynamicAllocation.shuffleTracking.enabled": "the default depends on the Spark version"},
	}
}
