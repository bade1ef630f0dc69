# METADATA
# title: Checkpoint on a disk of one machine
# description: |
#   A checkpoint is what a query starts again from, and its state is read by whichever executor runs the partition next.
#   Both need a file system that all machines share. A file: path, or a path without a scheme where the default file
#   system is the local one, is another directory on each machine, and in a container it ends with the container.
# related_resources:
#   - description: Structured Streaming, recovering from failures with checkpointing
#     ref: https://spark.apache.org/docs/latest/streaming/apis-on-dataframes-and-datasets.html#recovering-from-failures-with-checkpointing
#   - description: SparkContext.setCheckpointDir, which warns of local directories
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/SparkContext.scala
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#   params:
#     shared:
#       default: '^/(mnt|nfs|efs|dbfs|gcs|shared|Volumes)(/|$)'
#       doc: pattern of local paths that are mounts of shared storage
#   fix: Name a directory of a file system that all machines share, as in hdfs:///checkpoints/clicks or s3a://acme/checkpoints/clicks.
package policies.streaming.checkpoint_not_durable

import data.policies.lib.kubernetes_volumes

params := data.params.streaming.checkpoint_not_durable

deny contains object.union(
	{
		"at": key,
		"msg": $"{directory} is a directory of its own on each machine: executors do not find the state that others wrote there, and it is lost with the machine or container",
	},
	milder(directory),
) if {
	some key, directory in directories
	path := local(directory)
	not regex.match(params.shared, path)
	not mounted(path)
	not input.written["spark.kubernetes.driver.podTemplateFile"]
	not input.written["spark.kubernetes.executor.podTemplateFile"]
}

directories["spark.sql.streaming.checkpointLocation"] := input.conf["spark.sql.streaming.checkpointLocation"]

# An application gives this one itself before Spark 4.0.
directories["spark.checkpoint.dir"] := input.conf["spark.checkpoint.dir"]

# The path of a directory on a machine's disk. On YARN the default file system is the cluster's.
local(directory) := path if {
	regex.match(`^file:/`, directory)
	path := regex.replace(directory, `^file:/+`, "/")
} else := directory if {
	startswith(directory, "/")
	input.job.cluster_manager in {"kubernetes", "standalone"}
	input.unset["spark.hadoop.fs.defaultFS"]
}

# Without a container the driver's directory stays, and a query without state
# needs no more; a core-site.xml may name another default file system.
milder(directory) := {} if {
	regex.match(`^file:/`, directory)
	input.job.deploy_mode == "cluster"
} else := {"severity": "warning"}

# Whatever stands behind a volume, it is not the pod's own disk; an emptyDir is.
mounted(path) if {
	some v in kubernetes_volumes.volumes
	v.type != "emptyDir"
	startswith(path, v.options["mount.path"].raw)
}
