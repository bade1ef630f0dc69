package policies.kubernetes.volume_size_no_unit_test

import data.policies.kubernetes.volume_size_no_unit as rule

key := "spark.kubernetes.executor.volumes.emptyDir.spark-local-dir-1.options.sizeLimit"

limited(size) := {"assignments": [object.union({"id": "assignment#0", "name": key, "effective": true}, size)]}

test_denies_a_number_without_unit if {
	rule.deny == {{
		"at": "assignment#0",
		"msg": "sizeLimit 100 counts bytes: Spark 4 refuses the volume, and older releases ask Kubernetes for no more",
		"set": {key: "100Gi"},
		"unsafe": true,
	}} with input as limited({"raw": "100"})
}

test_denies_thousandths if {
	rule.deny == {{
		"at": "assignment#0",
		"msg": "sizeLimit 500m is 500 thousandths of a byte: to Kubernetes m means milli, and Mi a mebibyte",
		"set": {key: "500Mi"},
		"unsafe": true,
	}} with input as limited({"raw": "500m"})
}

test_denies_the_units_of_spark if {
	rule.deny == {{
		"at": "assignment#0",
		"msg": "the API server refuses sizeLimit 10g: Kubernetes has the units Ki, Mi, Gi, Ti (of 1024) and k, M, G, T (of 1000)",
		"set": {key: "10Gi"},
		"unsafe": true,
	}} with input as limited({"raw": "10g"})
}

test_denies_words if {
	some answer in rule.deny with input as limited({"raw": "ten"})
	not answer.set
}

test_allows_quantities if {
	every size in ["100Gi", "1.5Ti", "10G", "1e12", "1024", "107374182400"] {
		count(rule.deny) == 0 with input as limited({"raw": size})
	}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as limited({})
}
