package policies.reliability.spot_without_decommission_test

import data.policies.reliability.spot_without_decommission

found(availability, unset) := result if {
	result := spot_without_decommission.deny with input.resource as {"attributes": {"aws_attributes.availability": availability}}
		with input.unset as unset
}

test_denies if {
	some f in found("SPOT_WITH_FALLBACK", {"spark.storage.decommission.enabled": true})
	f.at == "attribute#aws_attributes.availability"
}

test_allows if {
	count(found("ON_DEMAND", {"spark.storage.decommission.enabled": true})) == 0
	count(found("SPOT", {})) == 0
}

test_silent_when_unknown if {
	silent := spot_without_decommission.deny with input.resource as {"attributes": {}} with input.unset as {"spark.storage.decommission.enabled": true}
	count(silent) == 0
}
