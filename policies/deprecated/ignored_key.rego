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
#   params:
#     retired:
#       default:
#         - spark.akka.*
#         - spark.cleaner.ttl
#         - spark.externalBlockStore.*
#         - spark.memory.useLegacyMode
#         - spark.shuffle.consolidateFiles
#         - spark.shuffle.memoryFraction
#         - spark.sql.dialect
#         - spark.sql.tungsten.enabled
#         - spark.sql.unsafe.enabled
#         - spark.storage.memoryFraction
#         - spark.storage.unrollFraction
#         - spark.tachyonStore.*
#       doc: keys of old releases that Spark's tables do not hold; .* stands for the rest of a key
#   fix: Delete the setting.
package policies.deprecated.ignored_key

params := data.params.deprecated.ignored_key

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
	every release in releases {
		numbers(release) < numbers(input.job.spark_release)
	}
	last := releases[count(releases) - 1]
} else := "no Spark from 3.0 on reads it" if {
	not input.keys[key].deprecated
	some pattern in params.retired
	matches(pattern, key)
}

matches(pattern, key) if pattern == key

matches(pattern, key) if {
	endswith(pattern, ".*")
	startswith(key, trim_suffix(pattern, "*"))
}

numbers(release) := [to_number(part) | some part in split(release, ".")]
