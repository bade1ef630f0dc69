# METADATA
# title: Mesos as the cluster manager
# description: |
#   Spark's support for Apache Mesos is deprecated since 3.2 and was removed in 4.0, which refuses the master. What
#   spark.mesos.* sets has other names, or no counterpart, elsewhere.
# related_resources:
#   - description: Core migration guide
#     ref: https://spark.apache.org/docs/latest/core-migration-guide.html
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Move the job to Kubernetes, YARN or a standalone cluster before the upgrade to Spark 4.
package policies.deprecated.mesos

deny contains {
	"at": "spark.master",
	"msg": "Mesos is deprecated since Spark 3.2, and Spark 4.0 no longer knows it",
} if {
	startswith(input.job.master, "mesos://")
	not refused
}

# Spark 4 does not start, and another rule says so.
refused if to_number(split(input.job.spark_release, ".")[0]) >= 4
