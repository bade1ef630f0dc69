# METADATA
# title: Setting that Spark no longer reads
# description: |
#   The setting had a meaning in an older Spark. This one reads it no more, and does not say so, or in a line of its
#   log only; whoever tunes the job by it tunes nothing.
# related_resources:
#   - description: Spark's tables of deprecated keys
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/SparkConf.scala
#   - description: Core migration guide
#     ref: https://spark.apache.org/docs/latest/core-migration-guide.html
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Delete the setting.
package policies.deprecated.ignored_key

import data.policies.lib.release
import data.policies.lib.retired_keys

deny contains {
	"at": a.id,
	"msg": $"{a.key} has no effect: {reason(a.key)}",
	"unset": [a.name],
} if {
	some a in input.assignments
	a.effective
	input.keys[a.key].status == "unknown"
	reason(a.key)
}

# What Spark's own tables say; else what its code shows.
reason(key) := $"Spark says of it since {row.since}: {trim(row.message, ". ")}" if {
	row := input.keys[key].deprecated
	not row.removed
} else := $"Spark {last} was the last to read it" if {
	not input.keys[key].deprecated
	releases := split(input.keys[key].releases, ", ")
	every line in releases {
		release.numbers(line) < release.numbers(input.job.spark_release)
	}
	last := releases[count(releases) - 1]
} else := $"Spark has not read it since {line}" if {
	not input.keys[key].deprecated
	line := retired_keys.since(key)
}
