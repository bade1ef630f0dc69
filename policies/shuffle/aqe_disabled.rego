# METADATA
# title: Adaptive query execution switched off
# description: |
#   Adaptive execution looks at the real sizes after each shuffle: it merges small partitions, splits skewed ones, and
#   turns joins of small sides into broadcasts. It is on by default from Spark 3.2 on. Without it the number of shuffle
#   partitions has to suit every stage of every query.
# related_resources:
#   - description: Spark SQL performance tuning, adaptive query execution
#     ref: https://spark.apache.org/docs/latest/sql-performance-tuning.html#adaptive-query-execution
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     spark: {since: "3.2"}
#   fix: Remove the setting, or switch off only the part that does harm (coalescePartitions, skewJoin, localShuffleReader).
#   yields_to: [shuffle/aqe_subkeys_without_aqe]
package policies.shuffle.aqe_disabled

deny contains {
	"at": "spark.sql.adaptive.enabled",
	"msg": $"adaptive execution is off: {partitions} partitions after every shuffle, none merged, no skewed one split, no join changed to a broadcast",
	"because": ["shuffle.partitions_count"],
	"unset": ["spark.sql.adaptive.enabled"],
	"unsafe": true,
} if {
	input.written["spark.sql.adaptive.enabled"]
	input.conf["spark.sql.adaptive.enabled"] == false
	partitions := input.conf["spark.sql.shuffle.partitions"]
}
