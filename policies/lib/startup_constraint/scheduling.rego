# What the driver refuses while it sets up its scheduler and its storage.
package policies.lib.startup_constraint.scheduling

import data.policies.lib.release
import data.policies.lib.value_text

# deploy.master.Master hands out whole executors only; SparkConf: "the left cores
# will not be allocated". With too few cores there is none, and the job waits.
rows contains {
	"case": "cores_max_below_executor",
	"at": "spark.cores.max",
	"msg": $"spark.cores.max={most} is less than spark.executor.cores={each}: no executor ever starts, and the job waits",
	"notes": ["spark.executor.cores"],
} if {
	input.job.cluster_manager == "standalone"
	input.written["spark.cores.max"]
	input.written["spark.executor.cores"]
	most := input.conf["spark.cores.max"]
	each := input.conf["spark.executor.cores"]
	most < each
	most > 0
}

# HealthTracker.validateExcludeOnFailureConfs: "maxTaskAttemptsPerNode was >=
# spark.task.maxFailures"
rows contains {
	"case": "exclude_on_failure",
	"at": keys[0],
	"msg": $"spark.excludeOnFailure.task.maxTaskAttemptsPerNode={attempts} is not below spark.task.maxFailures={failures}: one bad node would fail the job, and Spark does not start",
	"notes": array.concat(["spark.excludeOnFailure.enabled"], array.slice(keys, 1, 2)),
} if {
	excluding
	keys := [key | some key in ["spark.excludeOnFailure.task.maxTaskAttemptsPerNode", "spark.task.maxFailures"]; input.written[key]]
	attempts := input.conf["spark.excludeOnFailure.task.maxTaskAttemptsPerNode"]
	failures := input.conf["spark.task.maxFailures"]
	attempts >= failures
}

# HealthTracker.validateExcludeOnFailureConfs: "was 0, but must be > 0."
rows contains {
	"case": "exclude_on_failure_limit",
	"at": a.name,
	"msg": $"{a.name}={a.raw}: Spark does not start, because it must be above 0",
} if {
	excluding
	some a in input.assignments
	a.effective
	regex.match(`^spark\.excludeOnFailure\.(.*\.max\w+Per\w+|timeout)$`, a.name)
	regex.match(`^\s*(0+|-\d+)[a-zA-Z]*\s*$`, a.raw)
}

# Local mode checks it too, with its first job. From 4.0 on its two halves have
# switches of their own.
excluding if {
	input.conf["spark.excludeOnFailure.enabled"] == true
	not input.written["spark.excludeOnFailure.application.enabled"]
	not input.written["spark.excludeOnFailure.taskAndStage.enabled"]
}

# FallbackStorage, from 3.1 on: "Path should end with separator."
rows contains {
	"case": "fallback_storage_path",
	"at": "spark.storage.decommission.fallbackStorage.path",
	"msg": $"{path} does not end with /: Spark does not start{release.from("3.1")}",
	"set": {"spark.storage.decommission.fallbackStorage.path": $"{path}/"},
	"severity": release.certainty("3.1"),
} if {
	path := input.conf["spark.storage.decommission.fallbackStorage.path"]
	not endswith(path, "/")
	not value_text.spoilt(path)
}
