# METADATA
# title: Broadcast joins turned off
# description: |
#   With a negative spark.sql.autoBroadcastJoinThreshold Spark broadcasts no table on its own, however small: both sides
#   of every join without a hint are shuffled and sorted. Adaptive execution would turn such joins into broadcast joins
#   at run time, but its own threshold takes this one's value unless it is written.
# related_resources:
#   - description: Performance tuning, join strategies
#     ref: https://spark.apache.org/docs/latest/sql-performance-tuning.html#automatically-broadcasting-joins
#   - description: SQLConf, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/sql/catalyst/src/main/scala/org/apache/spark/sql/internal/SQLConf.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Remove the setting; against a table that is too large to broadcast, lower the threshold or write a join hint in that query.
package policies.sql.broadcast_disabled

import data.policies.lib.release

deny contains {
	"at": "spark.sql.autoBroadcastJoinThreshold",
	"msg": "no table is broadcast, however small: every join shuffles both sides, also where adaptive execution finds at run time how small a side is",
	"unset": ["spark.sql.autoBroadcastJoinThreshold"],
	"unsafe": true,
} if {
	input.written["spark.sql.autoBroadcastJoinThreshold"]
	input.conf["spark.sql.autoBroadcastJoinThreshold"] < 0
	none_at_run_time
}

# Adaptive execution's own threshold, from Spark 3.2 on, takes the value of the
# other where nobody wrote it.
none_at_run_time if input.conf["spark.sql.adaptive.autoBroadcastJoinThreshold"] < 0

none_at_run_time if input.unset["spark.sql.adaptive.autoBroadcastJoinThreshold"]

none_at_run_time if release.before("3.2")
