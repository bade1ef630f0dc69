package policies.lib.no_effect.switched_off_test

import data.policies.lib.job_test as job
import data.policies.lib.no_effect.switched_off

found contains row.case if some row in switched_off.rows

test_speculation if {
	some row in switched_off.rows with input as job.on("yarn", {"spark.speculation.multiplier": 2, "spark.speculation.quantile": 0.9})
	row.msg == "spark.speculation.multiplier, spark.speculation.quantile without effect: spark.speculation is false, its default"
	row.unset == ["spark.speculation.multiplier", "spark.speculation.quantile"]
	row.absent
	count(found) == 0 with input as job.on("yarn", {"spark.speculation": true, "spark.speculation.multiplier": 2})
	count(found) == 0 with input as job.fragment({"spark.speculation.multiplier": 2})
}

test_exclude_on_failure if {
	found == {"exclude_on_failure"} with input as job.on("yarn", {"spark.excludeOnFailure.timeout": "1h"})
	found == {"exclude_on_failure"} with input as job.on("yarn", {"spark.excludeOnFailure.timeout": "1h", "spark.excludeOnFailure.enabled": false})
	count(found) == 0 with input as job.on("yarn", {"spark.excludeOnFailure.timeout": "1h", "spark.excludeOnFailure.enabled": true})
	count(found) == 0 with input as job.on("yarn", {"spark.excludeOnFailure.timeout": "1h", "spark.yarn.executor.launch.excludeOnFailure.enabled": true})
}

test_event_log if {
	some row in switched_off.rows with input as job.on("yarn", {"spark.eventLog.dir": "hdfs:///logs", "spark.eventLog.enabled": false})
	row.msg == "spark.eventLog.dir without effect: spark.eventLog.enabled is false, and the history server gets nothing to show"
	row.absent == false
	count(found) == 0 with input as job.on("yarn", {"spark.eventLog.dir": "hdfs:///logs", "spark.eventLog.enabled": true})
}

test_off_heap_size if {
	some row in switched_off.rows with input as job.on("yarn", {"spark.memory.offHeap.size": 1073741824})
	row.msg == "1024 MiB of off-heap memory are neither used nor asked for: spark.memory.offHeap.enabled is false, its default"
	count(found) == 0 with input as job.on("yarn", {"spark.memory.offHeap.size": 1073741824, "spark.memory.offHeap.enabled": true})
	count(found) == 0 with input as job.on("yarn", {"spark.memory.offHeap.size": 0})
}
