# METADATA
# title: Dynamic allocation with nothing to keep shuffle files
# description: |
#   An executor may only be given back when its shuffle files survive or are tracked. Spark asks for one of: the external
#   shuffle service, shuffle tracking, moving shuffle blocks on decommissioning, or a reliable shuffle store. Without any
#   it does not start. Shuffle tracking is on by default from Spark 3.4 on.
# related_resources:
#   - description: Job scheduling, dynamic resource allocation
#     ref: https://spark.apache.org/docs/latest/job-scheduling.html#dynamic-resource-allocation
#   - description: ExecutorAllocationManager.validateSettings, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/ExecutorAllocationManager.scala
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     complete: true
#   fix: Enable spark.dynamicAllocation.shuffleTracking.enabled, or spark.shuffle.service.enabled where the cluster runs the service.
#   yields_to: [platform/databricks_sizing_conf, platform/glue_sizing_conf]
package policies.dynamic_allocation.no_shuffle_backend

import data.policies.lib.dynamic_allocation

deny contains {
	"at": "spark.dynamicAllocation.enabled",
	"msg": "dynamic allocation has neither an external shuffle service nor shuffle tracking nor decommissioning of shuffle blocks: Spark does not start",
	"notes": ["spark.dynamicAllocation.shuffleTracking.enabled", "spark.shuffle.service.enabled"],
	"set": {"spark.dynamicAllocation.shuffleTracking.enabled": "true"},
	"unsafe": true,
} if {
	dynamic_allocation.on
	input.conf["spark.shuffle.service.enabled"] == false
	input.conf["spark.dynamicAllocation.shuffleTracking.enabled"] == false
	no_decommissioning

	# Whether a shuffle store is reliable only its class can tell.
	input.unset["spark.shuffle.sort.io.plugin.class"]
}

no_decommissioning if input.conf["spark.decommission.enabled"] == false

# Spark 3.0 knows no decommissioning, nor the settings of it.
no_decommissioning if input.job.spark_release == "3.0"

no_decommissioning if input.conf["spark.storage.decommission.shuffleBlocks.enabled"] == false
