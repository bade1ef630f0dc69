package policies.platform.databricks_sizing_conf_test

import data.policies.platform.databricks_sizing_conf

written(name) := {"id": "assignment#0", "name": name, "effective": true, "layer": "cluster", "spelling": ""}

test_denies if {
	found := databricks_sizing_conf.deny with input.assignments as [written("spark.dynamicAllocation.enabled")]
	some f in found
	f.at == "assignment#0"
	startswith(f.msg, "spark.dynamicAllocation.enabled: Databricks gives each worker")
}

test_allows if {
	found := databricks_sizing_conf.deny with input.assignments as [written("spark.sql.shuffle.partitions")]
	count(found) == 0
}

test_silent_when_unknown if {
	found := databricks_sizing_conf.deny with input.assignments as []
	count(found) == 0
}
