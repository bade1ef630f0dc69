# Values that the driver refuses only when it uses them.
package policies.lib.startup_constraint.driver

import data.policies.lib.release

# Utils.startServiceOnPort tries as many ports: "Failed to start service 'sparkDriver'".
rows contains {
	"case": "port_retries",
	"at": "spark.port.maxRetries",
	"msg": $"spark.port.maxRetries={retries}: with fewer than 0 the driver tries no port at all, and does not start",
	"unset": ["spark.port.maxRetries"],
} if {
	retries := input.conf["spark.port.maxRetries"]
	retries < 0
}

# RpcUtils.maxMessageSizeBytes: "should not be greater than 2047 MB".
rows contains {
	"case": "rpc_message_too_large",
	"at": "spark.rpc.message.maxSize",
	"msg": $"messages of {most} MiB at most: Spark takes up to 2047, and does not start",
	"set": {"spark.rpc.message.maxSize": "2047"},
} if {
	most := input.conf["spark.rpc.message.maxSize"]
	most > 2047
}

# ResourceProfile.getDefaultProfile hands the number to ExecutorResourceRequests as
# a text: "Failed to parse byte string".
rows contains {
	"case": "negative_overhead",
	"at": "spark.executor.memoryOverhead",
	"msg": $"an overhead of {ceil(overhead / 1048576)} MiB: the driver refuses a negative one, and does not start",
	"unset": ["spark.executor.memoryOverhead"],
	"unsafe": true,
	"severity": certainty,
} if {
	overhead := input.conf["spark.executor.memoryOverhead"]
	overhead < 0
}

# Spark 3.0 asks only where executors are in containers.
certainty := "error" if {
	input.job.cluster_manager in {"kubernetes", "yarn"}
} else := release.certainty("3.1")

# ShuffleManager.create looks for a class of that name: ClassNotFoundException.
rows contains {
	"case": "shuffle_manager",
	"at": "spark.shuffle.manager",
	"msg": $"spark.shuffle.manager={name}: since Spark 2.0 there is sort alone, and Spark does not start",
	"set": {"spark.shuffle.manager": "sort"},
	"unsafe": true,
} if {
	name := input.conf["spark.shuffle.manager"]
	lower(name) in {"hash", "org.apache.spark.shuffle.hash.hashshufflemanager"}
}

# A class of somebody else's is in a package of its own.
rows contains {
	"case": "shuffle_manager",
	"at": "spark.shuffle.manager",
	"msg": $"there is no shuffle manager {name}: Spark does not start",
	"set": {"spark.shuffle.manager": "sort"},
	"unsafe": true,
} if {
	name := input.conf["spark.shuffle.manager"]
	regex.match(`^\w+$`, name)
	not lower(name) in {"hash", "sort"}
}
