package policies.kubernetes.local_dir_volume_name_test

import data.policies.kubernetes.local_dir_volume_name as rule

unset := {"spark.local.dir": true, "spark.kubernetes.executor.podTemplateFile": true}

assignments(options) := [a |
	some option, raw in options
	name := $"spark.kubernetes.executor.volumes.{option}"
	a := {"id": option, "name": name, "key": name, "raw": raw, "effective": true}
]

disk := {
	"persistentVolumeClaim.scratch.mount.path": "/scratch",
	"persistentVolumeClaim.scratch.options.claimName": "OnDemand",
}

test_denies_a_disk_by_another_name if {
	rule.deny == {{
		"at": "persistentVolumeClaim.scratch.mount.path",
		"msg": "each executor gets a disk of its own at /scratch, and its shuffle files go to the node's: only volumes named spark-local-dir-… hold them",
		"rename": {
			"spark.kubernetes.executor.volumes.persistentVolumeClaim.scratch.mount.path": "spark.kubernetes.executor.volumes.persistentVolumeClaim.spark-local-dir-1.mount.path",
			"spark.kubernetes.executor.volumes.persistentVolumeClaim.scratch.options.claimName": "spark.kubernetes.executor.volumes.persistentVolumeClaim.spark-local-dir-1.options.claimName",
		},
		"unsafe": true,
	}} with input as {"unset": unset, "assignments": assignments(disk)}
}

test_allows_a_disk_beside_one_for_shuffle_files if {
	local := {"emptyDir.spark-local-dir-1.mount.path": "/local"}
	count(rule.deny) == 0 with input as {"unset": unset, "assignments": assignments(object.union(disk, local))}
}

test_allows_a_claim_for_data if {
	count(rule.deny) == 0 with input as {"unset": unset, "assignments": assignments(object.union(disk, {"persistentVolumeClaim.scratch.options.claimName": "data"}))}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"unset": {}, "assignments": assignments(disk)}
}
