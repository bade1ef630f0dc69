package policies.security.hostpath_volume_test

import data.policies.lib.job_test as job
import data.policies.security.hostpath_volume as rule

volume(role, name, path) := job.on("kubernetes", {$"spark.kubernetes.{role}.volumes.hostPath.{name}.options.path": path, $"spark.kubernetes.{role}.volumes.hostPath.{name}.mount.path": path})

test_denies_control_of_the_node if {
	every path in ["/", "/etc", "/var/run/docker.sock", "/run/containerd", "/root/", "/var/lib/kubelet/pods"] {
		some answer in rule.deny with input as volume("driver", "host", path)
		answer.severity == "error"
	}
}

test_milder_for_other_directories if {
	some answer in rule.deny with input as volume("executor", "data", "/data")
	answer.severity == "warning"
	answer.msg == "the executor's pod gets /data of its node: what it finds there differs from node to node"
}

test_allows_scratch_space if {
	count(rule.deny) == 0 with input as volume("executor", "spark-local-dir-1", "/mnt/nvme0")
}

test_allows_other_volumes if {
	count(rule.deny) == 0 with input as job.on("kubernetes", {"spark.kubernetes.driver.volumes.persistentVolumeClaim.data.options.claimName": "data"})
}

test_silent_when_unknown if {
	key := "spark.kubernetes.driver.volumes.hostPath.host.options.path"
	count(rule.deny) == 0 with input as {"assignments": [{"id": "assignment#0", "key": key, "effective": true}]}
}
