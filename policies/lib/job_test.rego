# Jobs as tests write them: what the input document holds when these keys were
# written with --conf, and nothing else.
package policies.lib.job_test

of(job, written) := {
	"job": object.union({"complete": true, "open": false}, job),
	"conf": object.union(defaults, written),
	"written": {key: "conf" | some key, _ in written},
	"unset": {key: true | some key in (object.keys(defaults) | secrets); not written[key]},
	"assignments": [{"id": $"assignment#{key}", "key": key, "name": key, "raw": $"{value}", "layer": "conf", "effective": true, "spelling": ""} |
		some key, value in written
	],
	"unknown": {},
	"invalid": {},
	"keys": {},
	"facts": {},
	"observations": [],
}

on(manager, written) := of({"cluster_manager": manager, "deploy_mode": "client", "spark_release": "3.5"}, written)

# The settings are in a file that stands alone.
fragment(written) := object.union(of({"complete": false}, written), {"unset": {}})

# The defaults that rules about several settings look at.
defaults := {
	"spark.authenticate": false, "spark.dynamicAllocation.enabled": false, "spark.dynamicAllocation.minExecutors": 0,
	"spark.eventLog.enabled": false, "spark.excludeOnFailure.task.maxTaskAttemptsPerNode": 2,
	"spark.io.compression.codec": "lz4", "spark.io.encryption.enabled": false, "spark.memory.offHeap.enabled": false,
	"spark.serializer": "org.apache.spark.serializer.JavaSerializer", "spark.shuffle.service.enabled": false,
	"spark.speculation": false,
	"spark.sql.streaming.stateStore.providerClass": "org.apache.spark.sql.execution.streaming.state.HDFSBackedStateStoreProvider",
	"spark.streaming.dynamicAllocation.scalingDownRatio": 0.3, "spark.streaming.dynamicAllocation.scalingUpRatio": 0.9,
	"spark.task.maxFailures": 4,
}

# Settings without a default.
secrets := {
	"spark.authenticate.secret", "spark.authenticate.secret.file", "spark.authenticate.secret.driver.file",
	"spark.authenticate.secret.executor.file", "spark.excludeOnFailure.enabled",
}
