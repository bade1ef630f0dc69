package policies.platform.dataproc_serverless_unsupported_test

import data.policies.platform.dataproc_serverless_unsupported

written(name, raw, layer) := {"id": "assignment#0", "key": name, "name": name, "raw": raw, "layer": layer, "effective": true, "spelling": ""}

found(name, raw, value) := result if {
	result := dataproc_serverless_unsupported.deny with input.assignments as [written(name, raw, "conf")]
		with input.conf as {name: value}
}

test_denies if {
	some f in found("spark.shuffle.service.enabled", "true", true)
	contains(f.msg, "does not support spark.shuffle.service.enabled=true")
	f.unset == ["spark.shuffle.service.enabled"]
}

test_denies_yarn if {
	count(found("spark.master", "yarn", "yarn")) == 1
	count(found("spark.yarn.queue", "q", "q")) == 1
}

test_denies_cores if {
	some f in found("spark.executor.cores", "5", 5)
	f.msg == "spark.executor.cores = 5: drivers and executors of Dataproc Serverless have 4, 8 or 16 cores"
	count(found("spark.driver.cores", "2", 2)) == 1
}

test_allows if {
	count(found("spark.executor.cores", "8", 8)) == 0
	count(found("spark.sql.shuffle.partitions", "400", 400)) == 0
}

test_allows_the_platforms_defaults if {
	silent := dataproc_serverless_unsupported.deny with input.assignments as [written("spark.shuffle.service.enabled", "false", "platform")]
	count(silent) == 0
}

test_silent_when_unknown if {
	silent := dataproc_serverless_unsupported.deny with input.assignments as [written("spark.executor.cores", "x", "conf")] with input.conf as {}
	count(silent) == 0
}
