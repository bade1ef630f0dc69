# METADATA
# title: Setting of an application master without a driver
# description: |
#   In client mode YARN starts a small application master beside the driver, which spark.yarn.am.* sizes. In cluster
#   mode the application master is the driver, sized by spark.driver.*, and these settings have no effect.
# related_resources:
#   - description: Running on YARN
#     ref: https://spark.apache.org/docs/latest/running-on-yarn.html#spark-properties
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn]
#     deploy_modes: [cluster]
#   fix: Delete the setting, and size the driver with the spark.driver.* setting of the same name.
package policies.correctness.ignored_in_cluster_mode

import data.policies.lib.assignment

deny contains {
	"at": a.id,
	"msg": $"{a.key} has no effect in cluster mode: the application master is the driver, and {successor} sizes it",
	"notes": [successor],
} if {
	some a in input.assignments
	a.effective
	assignment.own(a)
	successor := successors[a.name]
}

successors := {
	"spark.yarn.am.cores": "spark.driver.cores",
	"spark.yarn.am.extraJavaOptions": "spark.driver.extraJavaOptions",
	"spark.yarn.am.extraLibraryPath": "spark.driver.extraLibraryPath",
	"spark.yarn.am.memory": "spark.driver.memory",
	"spark.yarn.am.memoryOverhead": "spark.driver.memoryOverhead",
}
