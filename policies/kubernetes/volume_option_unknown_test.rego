package policies.kubernetes.volume_option_unknown_test

import data.policies.kubernetes.volume_option_unknown as rule

executor(volumes) := {"assignments": [a |
	some option, raw in volumes
	name := $"spark.kubernetes.executor.volumes.{option}"
	a := {"id": option, "name": name, "key": name, "raw": raw, "effective": true}
]}

test_denies_the_wrong_case if {
	rule.deny == {{
		"at": "hostPath.lib.mount.subpath",
		"msg": "Spark passes over mount.subpath of the volume lib: it spells that mount.subPath",
		"rename": {"spark.kubernetes.executor.volumes.hostPath.lib.mount.subpath": "spark.kubernetes.executor.volumes.hostPath.lib.mount.subPath"},
	}} with input as executor({"hostPath.lib.mount.subpath": "jars", "hostPath.lib.mount.path": "/lib"})
}

test_denies_what_no_release_knows if {
	rule.deny == {{
		"at": "persistentVolumeClaim.data.options.accessMode",
		"msg": "Spark has no options.accessMode for volumes, and passes over that of data",
		"severity": "warning",
	}} with input as executor({"persistentVolumeClaim.data.options.accessMode": "ReadWriteMany"})
}

test_allows_what_spark_knows if {
	count(rule.deny) == 0 with input as executor({
		"persistentVolumeClaim.data.mount.path": "/data",
		"persistentVolumeClaim.data.options.claimName": "data",
		"persistentVolumeClaim.data.label.team": "orders",
		"persistentVolumeClaim.data.annotation.acme.example/owner": "orders",
	})
}

# Keys alone count; a value that cannot be known changes nothing.
test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"assignments": [{"id": "assignment#0", "effective": true, "name": "spark.kubernetes.executor.volumes.emptyDir.a.mount.path"}]}
}
