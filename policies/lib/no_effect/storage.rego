# Settings about files and bytes that something else makes idle.
package policies.lib.no_effect.storage

import data.policies.lib.assignment
import data.policies.lib.switch

# io.CompressionCodec.createCodec: each codec reads its own settings.
rows contains {
	"case": "other_codec",
	"at": keys[0],
	"msg": $"{concat(", ", keys)} without effect on shuffles, spills and broadcasts: {switch.said("spark.io.compression.codec", codec)}",
	"notes": array.slice(keys, 1, count(keys)),
	"absent": switch.absent("spark.io.compression.codec"),
} if {
	codec := lower(regex.replace(input.conf["spark.io.compression.codec"], `^org\.apache\.spark\.io\.(\w+)CompressionCodec$`, "$1"))
	some other in ({"lz4", "lzf", "snappy", "zstd"} - {codec})
	keys := switch.beside("spark.io.compression.codec", $"spark.io.compression.{other}.")
	count(keys) > 0
	not used_elsewhere(other)
}

# Event logs, checkpoints and state have codecs of their own.
used_elsewhere(codec) if {
	some a in input.assignments
	endswith(lower(a.name), "codec")
	lower(a.raw) == codec
}

# Utils.getConfiguredLocalDirs: YARN's LOCAL_DIRS, and volumes named for it on
# Kubernetes (LocalDirsFeatureStep), come first.
rows contains {
	"case": "local_dir",
	"at": a.id,
	"msg": $"{assignment.said(a)} has no effect: {instead}",
	"unset": [a.name],
} if {
	some a in input.assignments
	a.name == "spark.local.dir"
	a.effective
	assignment.own(a)
	instead := local_directories
}

local_directories := "driver and executors write where YARN's NodeManagers let them (yarn.nodemanager.local-dirs)" if {
	input.job.cluster_manager == "yarn"
	input.job.deploy_mode == "cluster"
} else := $"executors write to the volume {volume}" if {
	input.job.cluster_manager == "kubernetes"
	volume := min({found[1] |
		some a in input.assignments
		a.effective
		some found in regex.find_all_string_submatch_n(`^spark\.kubernetes\.executor\.volumes\.[^.]+\.(spark-local-dir-[^.]+)\.mount\.path$`, a.name, 1)
	})
}
