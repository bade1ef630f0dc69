package policies.reliability.spot_without_decommission_test

import data.policies.reliability.spot_without_decommission

found(availability, unset) := result if {
	result := spot_without_decommission.deny with input.resource as {"kind": "databricks_job", "attributes": {"aws_attributes.availability": availability}}
		with input.unset as unset
}

test_denies if {
	some f in found("SPOT_WITH_FALLBACK", {"spark.storage.decommission.enabled": true})
	f.at == "attribute#aws_attributes.availability"
}

on(manager, unset) := result if {
	result := spot_without_decommission.deny with input.job as {"spot": true, "cluster_manager": manager}
		with input.unset as unset
		with input.conf as {"spark.shuffle.service.enabled": false}
}

test_denies_kubernetes if {
	some f in on("kubernetes", {"spark.decommission.enabled": true})
	f.set["spark.decommission.enabled"] == "true"
}

test_allows_yarn if count(on("yarn", {"spark.decommission.enabled": true})) == 0

test_allows_decommissioning if count(on("kubernetes", {})) == 0

test_allows if {
	count(found("ON_DEMAND", {"spark.storage.decommission.enabled": true})) == 0
	count(found("SPOT", {})) == 0
}

test_silent_when_unknown if {
	silent := spot_without_decommission.deny with input.resource as {"kind": "databricks_job", "attributes": {}} with input.unset as {"spark.storage.decommission.enabled": true}
	count(silent) == 0
}
