# METADATA
# title: Keytab without principal
# description: |
#   Spark logs in with a principal and the keytab that proves it. With a keytab alone it refuses the job on YARN and on
#   Kubernetes; with a principal alone, on Kubernetes.
# related_resources:
#   - description: Security, Kerberos
#     ref: https://spark.apache.org/docs/latest/security.html#kerberos
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes]
#     complete: true
#   fix: Set both spark.kerberos.principal and spark.kerberos.keytab, or neither.
package policies.yarn.keytab_principal_pair

deny contains {
	"at": "spark.kerberos.keytab",
	"msg": "spark.kerberos.keytab is set and spark.kerberos.principal is not: Spark asks for both or neither",
} if {
	input.written["spark.kerberos.keytab"]
	input.unset["spark.kerberos.principal"]
}

# YARN's client goes on without a keytab, and uses the ticket of whoever submits.
deny contains {
	"at": "spark.kerberos.principal",
	"msg": "spark.kerberos.principal is set and spark.kerberos.keytab is not: Spark asks for both or neither",
} if {
	input.job.cluster_manager == "kubernetes"
	input.written["spark.kerberos.principal"]
	input.unset["spark.kerberos.keytab"]
}
