package policies.streaming.checkpoint_not_durable_test

import data.policies.streaming.checkpoint_not_durable as rule

job(directory) := {
	"job": {"cluster_manager": "kubernetes", "deploy_mode": "cluster"},
	"conf": {"spark.sql.streaming.checkpointLocation": directory},
	"written": {"spark.sql.streaming.checkpointLocation": "conf"},
	"unset": {"spark.hadoop.fs.defaultFS": true},
	"assignments": [],
}

volume(type) := {
	"name": $"spark.kubernetes.executor.volumes.{type}.chk.mount.path",
	"raw": "/chk",
	"effective": true,
}

on(manager) := {"job": {"cluster_manager": manager, "deploy_mode": "client"}}

severities contains answer.severity if some answer in rule.deny

test_denies_a_local_directory if {
	rule.deny == {{
		"at": "spark.sql.streaming.checkpointLocation",
		"msg": "file:///tmp/chk is a directory of its own on each machine: executors do not find the state that others wrote there, and it is lost with the machine or container",
	}} with input as job("file:///tmp/chk")
}

test_warns_where_the_driver_stays if severities == {"warning"} with input as object.union(job("file:/tmp/chk"), on("yarn"))

test_warns_where_another_default_may_be if severities == {"warning"} with input as job("/tmp/chk")

test_denies_the_directory_of_rdds if {
	count(rule.deny) == 1 with input as object.union(object.remove(job("x"), ["conf"]), {"conf": {"spark.checkpoint.dir": "file:/tmp/rdds"}})
}

test_allows_shared_storage if {
	every directory in ["hdfs:///chk", "s3a://acme/chk", "dbfs:/tmp/chk", "file:///mnt/efs/chk"] {
		count(rule.deny) == 0 with input as job(directory)
	}
}

test_allows_a_path_of_hdfs if {
	count(rule.deny) == 0 with input as object.union(job("/tmp/chk"), on("yarn"))
}

test_allows_a_volume if {
	count(rule.deny) == 0 with input as object.union(job("file:/chk/clicks"), {"assignments": [volume("nfs")]})
}

test_denies_a_volume_of_the_pod if {
	count(rule.deny) == 1 with input as object.union(job("file:/chk/clicks"), {"assignments": [volume("emptyDir")]})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as object.remove(job("file:/tmp/chk"), ["conf"])
}
