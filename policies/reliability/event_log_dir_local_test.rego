package policies.reliability.event_log_dir_local_test

import data.policies.reliability.event_log_dir_local as rule

logging(directory) := {
	"job": {"deploy_mode": "cluster"},
	"conf": {"spark.eventLog.enabled": true, "spark.eventLog.dir": directory},
	"written": {"spark.eventLog.dir": "spark-defaults"},
	"assignments": [],
}

test_denies_a_path_without_scheme if {
	rule.deny == {{
		"at": "spark.eventLog.dir",
		"msg": "the event log is written to /spark-history of the driver's container, where it is missing or lost with the container",
	}} with input as logging("/spark-history")
}

test_denies_local_paths if {
	every directory in ["file:/var/log/spark", "file:///var/log/spark"] {
		count(rule.deny) == 1 with input as logging(directory)
	}
}

test_allows_other_file_systems if {
	every directory in ["hdfs:///spark-history", "s3a://logs/spark-history"] {
		count(rule.deny) == 0 with input as logging(directory)
	}
}

test_allows_shared_mounts if {
	every directory in ["/mnt/logs", "file:///nfs/spark", "file:/dbfs/logs"] {
		count(rule.deny) == 0 with input as logging(directory)
	}
}

test_allows_a_volume if {
	volume := {"id": "assignment#0", "effective": true, "raw": "/logs", "name": "spark.kubernetes.driver.volumes.nfs.logs.mount.path"}
	count(rule.deny) == 0 with input as object.union(logging("/logs/spark"), {"assignments": [volume]})
}

test_allows_what_a_pod_template_may_mount if {
	count(rule.deny) == 0 with input as object.union(logging("/logs"), {"written": {"spark.kubernetes.driver.podTemplateFile": "conf"}})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.eventLog.enabled": true}, "written": {"spark.eventLog.dir": "conf"}}
}
