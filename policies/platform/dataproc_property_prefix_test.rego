package policies.platform.dataproc_property_prefix_test

import data.policies.platform.dataproc_property_prefix

found(kind, path) := result if {
	result := dataproc_property_prefix.deny with input.resource as {"kind": kind, "attributes": {path: "4g"}, "unknown": {}}
}

test_denies_a_cluster if {
	some f in found("google_dataproc_cluster", `cluster_config.software_config.override_properties["spark.executor.memory"]`)
	endswith(f.msg, "a cluster's property is written spark:spark.executor.memory")
}

test_denies_a_job if {
	some f in found("google_dataproc_job", `pyspark_config.properties["spark:spark.executor.memory"]`)
	f.at == `attribute_name#pyspark_config.properties["spark:spark.executor.memory"]`
	endswith(f.msg, "a job's property is written spark.executor.memory")
}

test_allows if {
	count(found("google_dataproc_cluster", `cluster_config.software_config.override_properties["spark:spark.executor.memory"]`)) == 0
	count(found("google_dataproc_cluster", `cluster_config.software_config.override_properties["dataproc:dataproc.conscrypt.provider.enable"]`)) == 0
	count(found("google_dataproc_job", `spark_config.properties["spark.executor.memory"]`)) == 0
}

test_silent_when_unknown if {
	silent := dataproc_property_prefix.deny with input.resource as {
		"kind": "google_dataproc_cluster",
		"attributes": {},
		"unknown": {"cluster_config.software_config.override_properties": "var.properties has no default"},
	}
	count(silent) == 0
}
