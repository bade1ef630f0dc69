package policies.dynamic_allocation.shuffle_tracking_never_releases_test

import data.policies.dynamic_allocation.shuffle_tracking_never_releases as rule

job(settings) := {
	"job": {"cluster_manager": "kubernetes", "workload": "notebook"},
	"conf": object.union(
		{
			"spark.dynamicAllocation.enabled": true,
			"spark.dynamicAllocation.shuffleTracking.enabled": true,
			"spark.shuffle.service.enabled": false,
		},
		settings,
	),
	"written": {},
	"unset": {
		"spark.dynamicAllocation.shuffleTracking.timeout": true,
		"spark.shuffle.sort.io.plugin.class": true,
		"spark.shuffle.manager": true,
	},
}

test_denies_no_timeout if {
	rule.deny == {{
		"at": "spark.dynamicAllocation.enabled",
		"msg": "spark.dynamicAllocation.shuffleTracking.timeout is not set: an executor that holds shuffle files is kept until the driver's garbage collector has found every shuffle in them unused",
		"set": {"spark.dynamicAllocation.shuffleTracking.timeout": "1h"},
		"unsafe": true,
	}} with input as job({})
}

test_points_at_tracking if {
	some answer in rule.deny with input as object.union(job({}), {"written": {"spark.dynamicAllocation.shuffleTracking.enabled": "conf"}})
	answer.at == "spark.dynamicAllocation.shuffleTracking.enabled"
}

test_allows_a_shuffle_service if count(rule.deny) == 0 with input as job({"spark.shuffle.service.enabled": true})

test_allows_another_store if {
	count(rule.deny) == 0 with input as json.remove(job({}), ["unset/spark.shuffle.manager"])
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as json.remove(job({}), ["conf/spark.dynamicAllocation.shuffleTracking.enabled"])
}
