# METADATA
# title: Proxy user with a principal
# description: |
#   A proxy user acts through the login of another, so that spark-submit refuses one together with a principal of its
#   own, whether that comes from --principal or from a file.
# related_resources:
#   - description: Submitting applications
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
#   - description: SparkSubmitArguments
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/deploy/SparkSubmitArguments.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Log in with kinit before, and delete the principal; or delete --proxy-user.
package policies.correctness.proxy_user

deny contains {
	"at": o.id,
	"msg": $"--proxy-user {o.text} and the principal {principal} exclude each other: spark-submit stops",
	"notes": ["spark.kerberos.principal"],
} if {
	some o in input.observations
	o.kind == "proxy_user"
	principal := input.conf["spark.kerberos.principal"]
}
