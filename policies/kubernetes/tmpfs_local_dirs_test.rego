package policies.kubernetes.tmpfs_local_dirs_test

import data.policies.kubernetes.tmpfs_local_dirs as rule

container(ratio) := {
	"conf": {"spark.kubernetes.local.dirs.tmpfs": true},
	"written": {"spark.executor.memory": "flag"},
	"facts": {"executor": {"overhead_mib": 819, "overhead_ratio": ratio, "container_mib": 9011}},
	"assignments": [],
}

volume(type, option, raw) := {"assignments": [{
	"id": "assignment#0", "effective": true, "raw": raw,
	"name": $"spark.kubernetes.executor.volumes.{type}.spark-local-dir-1.{option}",
}]}

test_denies_files_in_memory if {
	rule.deny == {{
		"at": "spark.kubernetes.local.dirs.tmpfs",
		"msg": "shuffle and spill files are kept in memory, and 819 of the container's 9011 MiB are not heap: the container is killed when they outgrow that",
		"because": ["executor.container_mib", "executor.overhead_mib"],
		"set": {"spark.kubernetes.local.dirs.tmpfs": "false"},
		"unset": [],
		"unsafe": true,
	}} with input as container(0.1)
}

test_denies_a_volume_in_memory if {
	some answer in rule.deny with input as object.union(container(0.1), volume("emptyDir", "options.medium", "Memory"))
	answer.at == "assignment#0"
	answer.unset == ["spark.kubernetes.executor.volumes.emptyDir.spark-local-dir-1.options.medium"]
}

test_denies_beside_a_heap_that_nobody_wrote if {
	some answer in rule.deny with input as object.union(container(0.1), {"written": {"spark.executor.memory": false}, "unset": {"spark.executor.memory": true}})
	answer.at == "spark.kubernetes.local.dirs.tmpfs"
}

test_allows_room_for_the_files if {
	count(rule.deny) == 0 with input as container(0.5)
}

test_allows_a_disk_that_takes_the_place if {
	count(rule.deny) == 0 with input as object.union(container(0.1), volume("hostPath", "mount.path", "/scratch"))
}

test_allows_what_a_pod_template_may_replace if {
	count(rule.deny) == 0 with input as object.union(container(0.1), {"written": {"spark.kubernetes.executor.podTemplateFile": "conf"}})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as object.remove(container(0.1), ["facts"])
}
