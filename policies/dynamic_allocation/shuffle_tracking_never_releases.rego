# METADATA
# title: Executors with shuffle files are kept for long
# description: |
#   Without an external shuffle service, shuffle tracking keeps an executor as long as a shuffle that it holds files of may
#   be read again: until the driver's garbage collector finds that nobody refers to it, for
#   spark.dynamicAllocation.shuffleTracking.timeout is infinite unless it is written. In a notebook or a service queries
#   are referred to for long, and the number of executors hardly ever goes down.
# related_resources:
#   - description: Spark configuration, dynamic allocation
#     ref: https://spark.apache.org/docs/latest/configuration.html#dynamic-allocation
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#     workloads: [notebook, sql-service]
#     complete: true
#   fix: Set spark.dynamicAllocation.shuffleTracking.timeout, for example to 1h; shuffles that were lost with their executor are computed anew.
#   yields_to: [platform/databricks_sizing_conf, platform/glue_sizing_conf]
package policies.dynamic_allocation.shuffle_tracking_never_releases

import data.policies.lib.dynamic_allocation

deny contains {
	"at": at,
	"msg": "spark.dynamicAllocation.shuffleTracking.timeout is not set: an executor that holds shuffle files is kept until the driver's garbage collector has found every shuffle in them unused",
	"set": {"spark.dynamicAllocation.shuffleTracking.timeout": "1h"},
	"unsafe": true,
} if {
	dynamic_allocation.elastic
	input.conf["spark.dynamicAllocation.shuffleTracking.enabled"]
	input.conf["spark.shuffle.service.enabled"] == false
	input.unset["spark.dynamicAllocation.shuffleTracking.timeout"]

	# Another store of shuffles is not in the executors.
	input.unset["spark.shuffle.sort.io.plugin.class"]
	input.unset["spark.shuffle.manager"]
}

at := "spark.dynamicAllocation.shuffleTracking.enabled" if {
	input.written["spark.dynamicAllocation.shuffleTracking.enabled"]
} else := "spark.dynamicAllocation.enabled"
