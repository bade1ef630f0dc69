# METADATA
# title: Encryption without authentication
# description: |
#   Spark refuses to start with network encryption while authentication is off: without a shared secret there is no key
#   to encrypt with (SparkConf.validateSettings).
# related_resources:
#   - description: Security, encryption
#     ref: https://spark.apache.org/docs/latest/security.html#encryption
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Set spark.authenticate=true, or delete the encryption setting.
package policies.security.crypto_without_authenticate

deny contains object.union(
	{
		"at": key,
		"msg": $"{key} needs spark.authenticate, which is false: Spark refuses to start",
	},
	mended,
) if {
	input.conf["spark.authenticate"] == false
	some key, on in {
		"spark.network.crypto.enabled": input.conf["spark.network.crypto.enabled"],
		"spark.authenticate.enableSaslEncryption": input.conf["spark.authenticate.enableSaslEncryption"],
	}
	on
}

# These two make the secret that others need.
mended := {"set": {"spark.authenticate": "true"}} if {
	input.job.cluster_manager in {"yarn", "kubernetes"}
} else := {}
