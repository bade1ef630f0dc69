# METADATA
# title: Driver address set in cluster mode
# description: |
#   In cluster mode a Kubernetes service gives the driver its address, and Spark refuses a job that brings its own bind
#   address (DriverServiceFeatureStep). A host is dropped by spark-submit.
# related_resources:
#   - description: Client mode networking
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#client-mode-networking
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#     deploy_modes: [cluster]
#   fix: Delete the setting; only client mode needs it.
package policies.kubernetes.driver_host_set

deny contains {
	"at": "spark.driver.bindAddress",
	"msg": $"spark.driver.bindAddress is {address}; Spark refuses a bind address of one's own in cluster mode",
	"unset": ["spark.driver.bindAddress"],
} if {
	input.written["spark.driver.bindAddress"]
	address := input.conf["spark.driver.bindAddress"]
}
