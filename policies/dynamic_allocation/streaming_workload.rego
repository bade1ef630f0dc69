# METADATA
# title: Dynamic allocation in a streaming job
# description: |
#   Dynamic allocation releases executors that had no task for executorIdleTimeout. In a streaming job every batch has
#   tasks for all of them, state lies in them and receivers hold them: they hardly ever idle, and the number grows with
#   the first backlog and stays. An executor that does go takes state with it that has to be loaded elsewhere.
# related_resources:
#   - description: Spark configuration, dynamic allocation
#     ref: https://spark.apache.org/docs/latest/configuration.html#dynamic-allocation
#   - description: org.apache.spark.streaming.scheduler.ExecutorAllocationManager, for DStreams
#     ref: https://github.com/apache/spark/blob/v3.5.6/streaming/src/main/scala/org/apache/spark/streaming/scheduler/ExecutorAllocationManager.scala
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#     workloads: [streaming, dstreams]
#   fix: Give the job a fixed number of executors; DStreams have spark.streaming.dynamicAllocation.enabled of their own.
#   yields_to: [platform/databricks_sizing_conf, platform/glue_sizing_conf]
package policies.dynamic_allocation.streaming_workload

import data.policies.lib.dynamic_allocation
import data.policies.lib.streaming

deny contains object.union_n([
	{
		"at": "spark.dynamicAllocation.enabled",
		"msg": $"executors have to idle for {idle} s to be released, and a stream with batches more often than that never lets them: it grows to {grows} and stays there",
		"because": ["executors.maximum_count"],
	},
	milder,
	mending,
]) if {
	dynamic_allocation.elastic
	idle := input.conf["spark.dynamicAllocation.executorIdleTimeout"] / 1000
}

default grows := "as many executors as a backlog asks for"

grows := $"{most} executors" if {
	input.written["spark.dynamicAllocation.maxExecutors"]
	most := input.conf["spark.dynamicAllocation.maxExecutors"]
}

# Batches that are far apart may do well with it.
default milder := {"severity": "info"}

milder := {} if streaming.stateful

milder := {} if input.job.workload == "dstreams"

default mending := {}

mending := {
	"set": {"spark.dynamicAllocation.enabled": "false", "spark.executor.instances": $"{most}"},
	"unset": [a.name |
		some a in input.assignments
		a.effective
		startswith(a.name, "spark.dynamicAllocation.")
		a.name != "spark.dynamicAllocation.enabled"
	],
	"unsafe": true,
} if {
	input.written["spark.dynamicAllocation.maxExecutors"]
	most := input.conf["spark.dynamicAllocation.maxExecutors"]
}
