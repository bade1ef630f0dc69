package policies.platform.glue_capacity_conflict_test

import data.policies.platform.glue_capacity_conflict

found(attributes, absent) := result if {
	result := glue_capacity_conflict.deny with input.resource as {"attributes": attributes, "absent": absent, "unknown": {}}
}

test_denies_both if {
	some f in found({"max_capacity": 10, "worker_type": "G.1X", "glue_version": "4.0"}, {"number_of_workers": true, "command.name": true})
	f.msg == "max_capacity = 10 stands beside worker_type: Glue refuses a job that has both"
}

test_denies_capacity_of_a_new_glue if {
	attributes := {"max_capacity": 10, "glue_version": "4.0", "command.name": "glueetl"}
	some f in found(attributes, {"worker_type": true, "number_of_workers": true})
	contains(f.msg, "in a Spark job of Glue 4.0")
}

test_denies_small_workers_in_a_batch if {
	some f in found({"worker_type": "G.025X"}, {"command.name": true, "number_of_workers": true})
	f.at == "attribute#worker_type"
}

test_allows_python_shell if {
	attributes := {"max_capacity": 0.0625, "glue_version": "3.0", "command.name": "pythonshell"}
	count(found(attributes, {"worker_type": true, "number_of_workers": true})) == 0
}

test_allows_streaming if count(found({"worker_type": "G.025X", "command.name": "gluestreaming"}, {})) == 0

test_silent_when_unknown if {
	attributes := {"max_capacity": 10, "command.name": "glueetl"}
	count(found(attributes, {"worker_type": true, "number_of_workers": true})) == 0
}
