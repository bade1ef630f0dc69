# Whether dynamic allocation is in force.
package policies.lib.dynamic_allocation

# Local mode has no executors to add and ignores the setting. Where the cluster
# manager is unknown, as in a lone spark-defaults.conf, the setting is taken at
# its word.
on if {
	input.conf["spark.dynamicAllocation.enabled"]
	not input.job.cluster_manager == "local"
}

# The number of executors can go down again.
elastic if {
	on
	not fixed
}

fixed if input.conf["spark.dynamicAllocation.minExecutors"] == input.conf["spark.dynamicAllocation.maxExecutors"]
