package policies.lib.no_effect.storage_test

import data.policies.lib.job_test as job
import data.policies.lib.no_effect.storage

found contains row.case if some row in storage.rows

test_other_codec if {
	some row in storage.rows with input as job.on("yarn", {"spark.io.compression.zstd.level": 3})
	row.msg == "spark.io.compression.zstd.level without effect on shuffles, spills and broadcasts: spark.io.compression.codec is lz4, its default"
	found == {"other_codec"} with input as job.on("yarn", {"spark.io.compression.codec": "org.apache.spark.io.ZStdCompressionCodec", "spark.io.compression.lz4.blockSize": "64k"})
	count(found) == 0 with input as job.on("yarn", {"spark.io.compression.codec": "org.apache.spark.io.ZStdCompressionCodec", "spark.io.compression.zstd.level": 3})
	count(found) == 0 with input as job.on("yarn", {"spark.io.compression.codec": "zstd", "spark.io.compression.zstd.level": 3})
	count(found) == 0 with input as job.on("yarn", {"spark.eventLog.compression.codec": "zstd", "spark.io.compression.zstd.level": 3})
}

test_local_dir if {
	found == {"local_dir"} with input as job.of({"cluster_manager": "yarn", "deploy_mode": "cluster"}, {"spark.local.dir": "/data"})
	count(found) == 0 with input as job.on("yarn", {"spark.local.dir": "/data"})
	count(found) == 0 with input as job.on("standalone", {"spark.local.dir": "/data"})
}

test_local_dir_beside_volumes if {
	some row in storage.rows with input as job.on("kubernetes", {
		"spark.local.dir": "/data",
		"spark.kubernetes.executor.volumes.hostPath.spark-local-dir-1.mount.path": "/mnt",
	})
	row.msg == "spark.local.dir=/data has no effect: executors write to the volume spark-local-dir-1"
	count(found) == 0 with input as job.on("kubernetes", {"spark.local.dir": "/data"})
}
