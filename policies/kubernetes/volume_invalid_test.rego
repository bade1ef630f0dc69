package policies.kubernetes.volume_invalid_test

import data.policies.kubernetes.volume_invalid as rule

executor(volumes) := {"assignments": [a |
	some option, raw in volumes
	name := $"spark.kubernetes.executor.volumes.{option}"
	a := {"id": option, "name": name, "key": name, "raw": raw, "effective": true}
]}

test_denies_a_type_in_the_wrong_case if {
	rule.deny == {{
		"at": "hostpath.scratch.mount.path",
		"msg": "Spark has no volumes of type hostpath, and refuses to build the executor's pod",
		"rename": {
			"spark.kubernetes.executor.volumes.hostpath.scratch.mount.path": "spark.kubernetes.executor.volumes.hostPath.scratch.mount.path",
			"spark.kubernetes.executor.volumes.hostpath.scratch.options.path": "spark.kubernetes.executor.volumes.hostPath.scratch.options.path",
		},
	}} with input as executor({"hostpath.scratch.mount.path": "/data", "hostpath.scratch.options.path": "/mnt"})
}

test_denies_another_type if {
	rule.deny == {{
		"at": "configMap.settings.mount.path",
		"msg": "Spark has no volumes of type configMap, and refuses to build the executor's pod",
	}} with input as executor({"configMap.settings.mount.path": "/etc/app"})
}

test_denies_a_share_in_spark_3_0 if {
	share := executor({"nfs.shared.mount.path": "/data"})
	count(rule.deny) == 1 with input as object.union(share, {"job": {"spark_release": "3.0"}})
	count(rule.deny) == 0 with input as object.union(share, {"job": {"spark_release": "3.1"}})
}

test_denies_two_volumes_at_one_path if {
	rule.deny == {{
		"at": "emptyDir.b.mount.path",
		"msg": "the executor's volumes a and b are both mounted at /data: the pod is refused",
		"notes": ["spark.kubernetes.executor.volumes.emptyDir.a.mount.path"],
	}} with input as executor({"emptyDir.a.mount.path": "/data", "emptyDir.b.mount.path": "/data"})
}

test_denies_two_volumes_of_one_name if {
	rule.deny == {{
		"at": "nfs.a.mount.path",
		"msg": "the executor has a volume a of type emptyDir too: the API server refuses a pod with two volumes of one name",
	}} with input as executor({"emptyDir.a.mount.path": "/data", "nfs.a.mount.path": "/share"})
}

test_denies_a_name_that_is_no_label if {
	some answer in rule.deny with input as executor({"emptyDir.my_data.mount.path": "/data"})
	answer.msg == "the API server refuses the executor's volume name my_data: it takes up to 63 lower-case letters, digits and '-'"
}

test_denies_yes if {
	some answer in rule.deny with input as executor({"emptyDir.a.mount.path": "/data", "emptyDir.a.mount.readOnly": "yes"})
	answer.msg == "mount.readOnly is yes: Spark takes true or false, and refuses to build the executor's pod"
}

test_denies_both_kinds_of_path_in_the_volume if {
	some answer in rule.deny with input as executor({"emptyDir.a.mount.path": "/data", "emptyDir.a.mount.subPath": "a", "emptyDir.a.mount.subPathExpr": "$(POD)"})
	answer.at == "emptyDir.a.mount.subPathExpr"
}

test_allows_volumes_with_names_and_paths_of_their_own if {
	count(rule.deny) == 0 with input as executor({
		"emptyDir.spark-local-dir-1.mount.path": "/data1", "emptyDir.spark-local-dir-1.mount.readOnly": "False",
		"hostPath.spark-local-dir-2.mount.path": "/data2",
	})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"assignments": [
		{"id": "assignment#0", "effective": true, "name": "spark.kubernetes.executor.volumes.emptyDir.a.mount.path"},
		{"id": "assignment#1", "effective": true, "name": "spark.kubernetes.executor.volumes.emptyDir.b.mount.path", "raw": "/data"},
	]}
}
