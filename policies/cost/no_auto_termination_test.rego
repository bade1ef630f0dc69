package policies.cost.no_auto_termination_test

import data.policies.cost.no_auto_termination

found(kind, attributes, absent) := result if {
	result := no_auto_termination.deny with input.resource as {"kind": kind, "attributes": attributes, "absent": absent}
}

kept := {"keep_job_flow_alive_when_no_steps": true}

test_denies if {
	count(found("aws_emr_cluster", kept, {"auto_termination_policy": true})) == 1
	count(found("databricks_cluster", {"autotermination_minutes": 0}, {})) == 1
	count(found("aws_emrserverless_application", {"auto_stop_configuration.enabled": false, "initial_capacity[0].initial_capacity_type": "Driver"}, {})) == 1
	some f in found("google_dataproc_cluster", {}, {"cluster_config.lifecycle_config": true})
	f.severity == "info"
}

test_allows if {
	count(found("aws_emr_cluster", kept, {})) == 0
	count(found("databricks_cluster", {"autotermination_minutes": 30}, {})) == 0
	count(found("databricks_cluster", {}, {"autotermination_minutes": true})) == 0 # the provider's default is 60
	count(found("aws_emrserverless_application", {"auto_stop_configuration.enabled": false}, {"initial_capacity": true})) == 0
	serving := no_auto_termination.deny with input.resource as {"kind": "aws_emr_cluster", "attributes": kept, "absent": {"auto_termination_policy": true}}
		with input.job as {"workload": "streaming"}
	count(serving) == 0
}

test_silent_when_unknown if {
	count(found("aws_emr_cluster", {}, {"auto_termination_policy": true})) == 0
	count(found("google_dataproc_cluster", {}, {})) == 0
}
