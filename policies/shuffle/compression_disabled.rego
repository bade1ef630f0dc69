# METADATA
# title: Shuffle or broadcast data uncompressed
# description: |
#   Spark compresses what it writes for shuffles, what it spills and what it broadcasts, with lz4, which costs little
#   compared with disks and networks. Switched off, every byte is written, sent and read in full.
# related_resources:
#   - description: Spark configuration, shuffle behavior
#     ref: https://spark.apache.org/docs/latest/configuration.html#shuffle-behavior
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Remove the setting; true is Spark's default.
package policies.shuffle.compression_disabled

deny contains {"at": key, "msg": $"{what} uncompressed; Spark's default compresses it", "unset": [key], "unsafe": true} if {
	some key, what in off
}

off["spark.shuffle.compress"] := "shuffle data is written and sent" if input.conf["spark.shuffle.compress"] == false

off["spark.shuffle.spill.compress"] := "data that does not fit in memory is spilled" if input.conf["spark.shuffle.spill.compress"] == false

off["spark.broadcast.compress"] := "broadcast variables are sent" if input.conf["spark.broadcast.compress"] == false
