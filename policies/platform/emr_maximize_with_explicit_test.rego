package policies.platform.emr_maximize_with_explicit_test

import data.policies.platform.emr_maximize_with_explicit

maximized := {
	"configurations[0].classification": "spark",
	`configurations[0].properties["maximizeResourceAllocation"]`: "true",
	"configurations[1].classification": "spark-defaults",
}

found(more) := result if {
	result := emr_maximize_with_explicit.deny with input.resource as {"attributes": object.union(maximized, more), "unknown": {}}
}

test_denies if {
	some f in found({`configurations[1].properties["spark.executor.memory"]`: "4g"})
	f.at == `attribute#configurations[0].properties["maximizeResourceAllocation"]`
	f.notes == ["spark.executor.memory"]
}

test_allows if {
	count(found({`configurations[1].properties["spark.sql.shuffle.partitions"]`: "400"})) == 0
	count(found({
		`configurations[0].properties["maximizeResourceAllocation"]`: "false",
		`configurations[1].properties["spark.executor.memory"]`: "4g",
	})) == 0
}

test_silent_when_unknown if {
	silent := emr_maximize_with_explicit.deny with input.resource as {"attributes": {}, "unknown": {"configurations": "a file that is not here"}}
	count(silent) == 0
}
