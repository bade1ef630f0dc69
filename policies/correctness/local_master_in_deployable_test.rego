package policies.correctness.local_master_in_deployable_test

import data.policies.correctness.local_master_in_deployable

written(raw, layer, effective) := {"id": $"assignment#{layer}", "name": "spark.master", "raw": raw, "layer": layer, "effective": effective}

found(job, resource, assignments) := result if {
	result := local_master_in_deployable.deny with input.job as job with input.resource as resource with input.assignments as assignments
}

local := [written("local[*]", "conf", true)]

test_denies if {
	some f in found({"platform": "emr"}, {}, local)
	f.msg == "master local[*] in a job on emr: everything runs in the driver, and the cluster stays idle"
}

test_denies_databricks_with_workers if count(found({"platform": "databricks"}, {"attributes": {"num_workers": 4}}, local)) == 1

test_denies_code_over_a_cluster if {
	some f in found({}, {}, [written("yarn", "conf", false), written("local[2]", "code", true)])
	f.msg == "the code's master local[2] beats yarn, which spark-submit was given: everything runs in the driver"
}

test_allows if {
	count(found({}, {}, local)) == 0
	count(found({"platform": "databricks"}, {"attributes": {"num_workers": 0}}, local)) == 0
	count(found({"platform": "local"}, {}, local)) == 0
	count(found({"platform": "emr"}, {}, [written("local-cluster[2,1,1024]", "conf", true)])) == 0
	count(found({}, {}, [written("local", "conf", false), written("local[2]", "code", true)])) == 0
}

test_silent_when_unknown if {
	count(found({"platform": "emr"}, {}, [{"id": "assignment#0", "name": "spark.master", "layer": "conf", "effective": true}])) == 0
}
