package policies.platform.emr_classification_misplaced_test

import data.policies.platform.emr_classification_misplaced

found(classification, key) := result if {
	result := emr_classification_misplaced.deny with input.resource as {
		"attributes": {"configurations[0].classification": classification, $`configurations[0].properties["{key}"]`: "1"},
		"unknown": {},
	}
}

test_denies if {
	some f in found("spark", "spark.executor.memoryOverhead")
	f.msg == "spark.executor.memoryOverhead under spark is not read: it belongs under spark-defaults"
	f.at == `attribute_name#configurations[0].properties["spark.executor.memoryOverhead"]`
}

test_denies_the_other_way_round if {
	count(found("spark-defaults", "maximizeResourceAllocation")) == 1
	count(found("spark-defaults", "yarn.nodemanager.vmem-check-enabled")) == 1
}

test_allows if {
	count(found("spark-defaults", "spark.executor.memory")) == 0
	count(found("spark", "maximizeResourceAllocation")) == 0
	count(found("yarn-site", "spark.shuffle.service.port")) == 0
	count(found("hive-site", "spark.master")) == 0
}

test_silent_when_unknown if {
	silent := emr_classification_misplaced.deny with input.resource as {
		"attributes": {`configurations[0].properties["spark.executor.memory"]`: "1"},
		"unknown": {"configurations[0].classification": "var.c has no default"},
	}
	count(silent) == 0
}
