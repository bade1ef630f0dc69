package policies.lib.kubernetes_volumes_test

import data.policies.lib.kubernetes_volumes as lib

assignments := [
	{"id": "assignment#0", "name": "spark.kubernetes.driver.volumes.emptyDir.a.mount.path", "effective": true},
	{"id": "assignment#1", "name": "spark.kubernetes.executor.volumes.hostPath.b.options.path", "effective": true},
	{"id": "assignment#2", "name": "spark.kubernetes.executor.volumes.hostPath.c.options.path", "effective": false},
	{"id": "assignment#3", "name": "spark.kubernetes.executor.volumes.hostPath", "effective": true},
]

test_by_role_type_name_and_option if {
	found := lib.volumes with input as {"job": {"deploy_mode": "cluster"}, "assignments": assignments}
	found == {
		{"role": "driver", "type": "emptyDir", "name": "a", "options": {"mount.path": assignments[0]}},
		{"role": "executor", "type": "hostPath", "name": "b", "options": {"options.path": assignments[1]}},
	}
}

test_no_pod_for_a_driver_in_client_mode if {
	found := lib.volumes with input as {"job": {"deploy_mode": "client"}, "assignments": assignments}
	{volume.role | some volume in found} == {"executor"}
}

test_scratch if {
	lib.scratch("spark-local-dir-1")
	not lib.scratch("data")
}

test_first if lib.first({"mount.path": {"id": "assignment#7"}}) == "assignment#7"
