# Settings whose switch is off.
package policies.lib.no_effect.switched_off

import data.policies.lib.switch

# scheduler.TaskSchedulerImpl looks for slow tasks only with spark.speculation.
rows contains {
	"case": "speculation",
	"at": keys[0],
	"msg": $"{concat(", ", keys)} without effect: {switch.said("spark.speculation", false)}",
	"notes": array.slice(keys, 1, count(keys)),
	"unset": keys,
	"absent": switch.absent("spark.speculation"),
} if {
	input.conf["spark.speculation"] == false
	keys := switch.beside("spark.speculation", "spark.speculation.")
	count(keys) > 0
}

# scheduler.HealthTracker.isExcludeOnFailureEnabled. YARN's own exclusion reads
# some of them too; from 4.0 on the two halves have switches of their own.
rows contains {
	"case": "exclude_on_failure",
	"at": keys[0],
	"msg": $"{concat(", ", keys)} without effect: {state}",
	"notes": array.slice(keys, 1, count(keys)),
	"unset": keys,
	"absent": switch.absent("spark.excludeOnFailure.enabled"),
} if {
	state := exclusion_off
	count({key | some key in other_switches; input.written[key]}) == 0
	keys := [key | some key in switch.beside("spark.excludeOnFailure.enabled", "spark.excludeOnFailure."); not key in other_switches]
	count(keys) > 0
}

exclusion_off := "spark.excludeOnFailure.enabled is false" if {
	input.conf["spark.excludeOnFailure.enabled"] == false
} else := "nobody set spark.excludeOnFailure.enabled" if {
	input.unset["spark.excludeOnFailure.enabled"]
}

other_switches := {
	"spark.excludeOnFailure.application.enabled", "spark.excludeOnFailure.taskAndStage.enabled",
	"spark.excludeOnFailure.application.fetchFailure.enabled", "spark.scheduler.executorTaskBlacklistTime",
	"spark.yarn.executor.launch.excludeOnFailure.enabled",
}

# SparkContext makes an EventLoggingListener only with spark.eventLog.enabled.
rows contains {
	"case": "event_log",
	"at": keys[0],
	"msg": $"{concat(", ", keys)} without effect: {switch.said("spark.eventLog.enabled", false)}, and the history server gets nothing to show",
	"notes": array.slice(keys, 1, count(keys)),
	"set": {"spark.eventLog.enabled": "true"},
	"unsafe": true,
	"absent": switch.absent("spark.eventLog.enabled"),
} if {
	input.conf["spark.eventLog.enabled"] == false
	keys := switch.beside("spark.eventLog.enabled", "spark.eventLog.")
	count(keys) > 0
}

# resource.ResourceProfile counts the size only with spark.memory.offHeap.enabled.
rows contains {
	"case": "off_heap_size",
	"at": "spark.memory.offHeap.size",
	"msg": $"{floor(size / 1048576)} MiB of off-heap memory are neither used nor asked for: {switch.said("spark.memory.offHeap.enabled", false)}",
	"unset": ["spark.memory.offHeap.size"],
	"absent": switch.absent("spark.memory.offHeap.enabled"),
} if {
	input.conf["spark.memory.offHeap.enabled"] == false
	"spark.memory.offHeap.size" in switch.beside("spark.memory.offHeap.enabled", "spark.memory.offHeap.")
	size := input.conf["spark.memory.offHeap.size"]
	size > 0
}
