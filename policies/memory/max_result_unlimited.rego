# METADATA
# title: No limit on results
# description: |
#   spark.driver.maxResultSize=0 lifts the only guard between a collect() of too many rows and the driver's heap. The
#   job then ends with an OutOfMemoryError of the driver instead of a message that names the action.
# related_resources:
#   - description: Spark configuration, application properties
#     ref: https://spark.apache.org/docs/latest/configuration.html#application-properties
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Set a limit of at most half of spark.driver.memory.
package policies.memory.max_result_unlimited

deny contains {
	"at": "spark.driver.maxResultSize",
	"msg": "0 means no limit: a large collect() ends in an OutOfMemoryError of the driver instead of a refusal",
	"because": ["driver.heap_mib"],
} if {
	input.conf["spark.driver.maxResultSize"] == 0
}
