# METADATA
# title: Duration in the wrong unit
# description: |
#   A duration without a unit counts in the unit of its key, seconds for some keys and milliseconds for others. A
#   number that is too small or too large by a factor of a thousand was written for the other kind.
# related_resources:
#   - description: Spark configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html#spark-properties
#   - description: How Spark reads sizes and durations
#     ref: https://github.com/apache/spark/blob/v3.5.1/common/utils/src/main/java/org/apache/spark/network/util/JavaUtils.java
# custom:
#   severity: warning
#   since: 0.1.0
#   params:
#     most_seconds:
#       default: 60000
#       doc: seconds from which on a bare number of whole thousands is taken for milliseconds
#     fewest_milliseconds:
#       default: 100
#       doc: milliseconds below which a bare number is taken for seconds
#     long:
#       default:
#         - spark.excludeOnFailure.timeout
#         - spark.executor.heartbeatInterval
#         - spark.locality.wait
#         - spark.locality.wait.node
#         - spark.locality.wait.process
#         - spark.locality.wait.rack
#         - spark.network.timeoutInterval
#         - spark.scheduler.maxRegisteredResourcesWaitingTime
#         - spark.storage.blockManagerHeartbeatTimeoutMs
#         - spark.task.reaper.pollingInterval
#         - spark.yarn.am.waitTime
#       doc: settings in milliseconds that are seconds and more in practice
#   fix: Write the unit, as in 500ms or 120s.
package policies.correctness.time_unit_mixup

params := data.params.correctness.time_unit_mixup

deny contains {
	"at": a.name,
	"msg": $"{a.key}={a.raw} is {hours(n)} hours: without a unit the number counts seconds; {n} milliseconds are {n / 1000}s",
	"set": {a.name: $"{n / 1000}s"},
	"unsafe": true,
} if {
	some a, n in bare
	input.keys[a.key].unit == "s"
	n >= params.most_seconds
	n % 1000 == 0
	not round(n)
}

deny contains {
	"at": a.name,
	"msg": $"{a.key}={a.raw} is {a.raw} milliseconds: without a unit the number counts milliseconds, not seconds",
	"set": {a.name: $"{n}s"},
	"unsafe": true,
} if {
	some a, n in bare
	input.keys[a.key].unit == "ms"
	a.name in params.long
	n > 0
	n < params.fewest_milliseconds
}

bare[a] := to_number(a.raw) if {
	some a in input.assignments
	a.effective
	regex.match(`^[0-9]{1,15}$`, a.raw)
	input.keys[a.key].type == "duration"
	not input.invalid[a.name]
}

# Whole hours and days may be meant.
round(n) if n % 86400 == 0

round(n) if {
	n % 3600 == 0
	n < 1000000
}

hours(n) := floor(n / 3600)
