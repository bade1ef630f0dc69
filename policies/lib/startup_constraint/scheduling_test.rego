package policies.lib.startup_constraint.scheduling_test

import data.policies.lib.job_test as job
import data.policies.lib.startup_constraint.scheduling

found contains row.case if some row in scheduling.rows

test_cores_max if {
	found == {"cores_max_below_executor"} with input as job.on("standalone", {"spark.cores.max": 2, "spark.executor.cores": 4})
	count(found) == 0 with input as job.on("standalone", {"spark.cores.max": 4, "spark.executor.cores": 4})
	count(found) == 0 with input as job.on("yarn", {"spark.cores.max": 2, "spark.executor.cores": 4})
}

excluding(settings) := job.on("yarn", object.union({"spark.excludeOnFailure.enabled": true}, settings))

test_attempts_stay_below_failures if {
	some row in scheduling.rows with input as excluding({"spark.task.maxFailures": 2})
	row.at == "spark.task.maxFailures"
	row.notes == ["spark.excludeOnFailure.enabled"]
	found == {"exclude_on_failure"} with input as excluding({"spark.excludeOnFailure.task.maxTaskAttemptsPerNode": 4})
	count(found) == 0 with input as excluding({"spark.excludeOnFailure.task.maxTaskAttemptsPerNode": 3})
}

test_limits_are_above_0 if {
	found == {"exclude_on_failure_limit"} with input as excluding({"spark.excludeOnFailure.stage.maxFailedTasksPerExecutor": 0})
	found == {"exclude_on_failure_limit"} with input as excluding({"spark.excludeOnFailure.timeout": "0s"})
	count(found) == 0 with input as excluding({"spark.excludeOnFailure.timeout": "10m", "spark.excludeOnFailure.stage.maxFailedTasksPerExecutor": 1})
}

test_nothing_is_excluded_when_off if {
	found == {"exclude_on_failure"} with input as job.on("local", {"spark.excludeOnFailure.enabled": true, "spark.task.maxFailures": 2})
	count(found) == 0 with input as job.on("yarn", {"spark.task.maxFailures": 2})
	count(found) == 0 with input as excluding({"spark.excludeOnFailure.taskAndStage.enabled": false, "spark.task.maxFailures": 2})
}

test_fallback_storage_path if {
	some row in scheduling.rows with input as job.on("kubernetes", {"spark.storage.decommission.fallbackStorage.path": "s3a://b/fallback"})
	row.set == {"spark.storage.decommission.fallbackStorage.path": "s3a://b/fallback/"}
	count(found) == 0 with input as job.on("kubernetes", {"spark.storage.decommission.fallbackStorage.path": "s3a://b/fallback/"})
	count(found) == 0 with input as job.of({"spark_release": "3.0"}, {"spark.storage.decommission.fallbackStorage.path": "s3a://b/fallback"})
}
