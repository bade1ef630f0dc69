package policies.lib.dynamic_allocation_test

import data.policies.lib.dynamic_allocation

test_on_a_cluster if dynamic_allocation.on with input as {"job": {"cluster_manager": "yarn"}, "conf": {"spark.dynamicAllocation.enabled": true}}

test_on_in_a_fragment if dynamic_allocation.on with input as {"job": {}, "conf": {"spark.dynamicAllocation.enabled": true}}

test_not_in_local_mode if {
	not dynamic_allocation.on with input as {"job": {"cluster_manager": "local"}, "conf": {"spark.dynamicAllocation.enabled": true}}
}

test_not_when_it_is_off if {
	not dynamic_allocation.on with input as {"job": {}, "conf": {"spark.dynamicAllocation.enabled": false}}
}

test_not_when_it_is_unknown if {
	not dynamic_allocation.on with input as {"job": {}, "conf": {}}
}

test_elastic if dynamic_allocation.elastic with input as {"job": {}, "conf": {"spark.dynamicAllocation.enabled": true}}

test_not_elastic_between_equal_bounds if {
	settings := {
		"spark.dynamicAllocation.enabled": true,
		"spark.dynamicAllocation.minExecutors": 8,
		"spark.dynamicAllocation.maxExecutors": 8,
	}
	not dynamic_allocation.elastic with input as {"job": {}, "conf": settings}
}
