# METADATA
# title: Spark without authentication
# description: |
#   Spark's processes trust each other without a secret unless spark.authenticate is true: any host that reaches the ports
#   of a driver or an executor can send it work to run. Where the network keeps others out, as in most managed services,
#   nothing is wrong with that.
# related_resources:
#   - description: Security, authentication
#     ref: https://spark.apache.org/docs/latest/security.html#authentication
# custom:
#   severity: info
#   advice: true
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes, standalone]
#     complete: true
#   fix: Set spark.authenticate=true; a standalone cluster needs spark.authenticate.secret as well.
package policies.security.authenticate_off

deny contains {
	"at": "spark.authenticate",
	"msg": $"spark.authenticate is false{why}: any host that reaches the driver or an executor can run code there",
	"set": {"spark.authenticate": "true"},
	"unsafe": true,
} if {
	input.conf["spark.authenticate"] == false
}

why := ", its default" if {
	input.unset["spark.authenticate"]
} else := ""
