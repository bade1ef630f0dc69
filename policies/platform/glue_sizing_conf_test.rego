package policies.platform.glue_sizing_conf_test

import data.policies.platform.glue_sizing_conf

written(name, extra) := object.union({"id": "assignment#0", "name": name, "effective": true, "layer": "conf", "spelling": ""}, extra)

test_denies if {
	found := glue_sizing_conf.deny with input.assignments as [written("spark.executor.memory", {})]
	some f in found
	f.unset == ["spark.executor.memory"]
	f.unsafe
}

test_allows_overhead if {
	found := glue_sizing_conf.deny with input.assignments as [written("spark.executor.memoryOverhead", {})]
	count(found) == 0
}

test_allows_the_platforms_master if {
	found := glue_sizing_conf.deny with input.assignments as [written("spark.master", {"spelling": "platform", "layer": "cluster"})]
	count(found) == 0
}

test_silent_when_unknown if {
	found := glue_sizing_conf.deny with input.assignments as []
	count(found) == 0
}
