# METADATA
# title: Driver without a service account
# description: |
#   In cluster mode the driver asks the API server for its executors' pods, with the rights of its own pod's service
#   account. Without a name that is the account "default" of the namespace, which may create no pods unless somebody
#   granted it that; the driver then ends with "403 Forbidden".
# related_resources:
#   - description: RBAC
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#rbac
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#     deploy_modes: [cluster]
#     kinds: [spark-submit, jobspec]
#     complete: true
#   fix: Set spark.kubernetes.authenticate.driver.serviceAccountName to an account with a role that may create, list and delete pods.
package policies.kubernetes.service_account_missing

deny contains {"msg": "no service account is set for the driver: it runs as \"default\", which may create no executors unless it was granted that"} if {
	input.unset["spark.kubernetes.authenticate.driver.serviceAccountName"]
	input.unset["spark.kubernetes.driver.podTemplateFile"]
	given := [a.name | some a in input.assignments; startswith(a.name, credentials)]
	count(given) == 0
}

# Tokens and certificates that the driver uses in place of an account.
credentials := "spark.kubernetes.authenticate.driver."
