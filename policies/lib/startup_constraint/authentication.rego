# Secrets that Spark needs or does not take, in SecurityManager.initializeAuth.
package policies.lib.startup_constraint.authentication

# "A secret key must be specified via the spark.authenticate.secret config."
rows contains {
	"case": "secret_missing",
	"at": "spark.authenticate",
	"msg": "spark.authenticate=true without spark.authenticate.secret: on a standalone cluster Spark makes no secret of its own, and does not start",
	"absent": true,
} if {
	input.job.cluster_manager == "standalone"
	input.conf["spark.authenticate"]
	input.unset["spark.authenticate.secret"]
}

# "Secret files must be specified for both the driver and the executors, not only
# one or the other."
rows contains {
	"case": "secret_file_of_one",
	"at": here,
	"msg": $"{here} without {there}: Spark does not start with a secret for one side only",
	"absent": true,
} if {
	input.job.cluster_manager == "kubernetes"
	input.conf["spark.authenticate"]
	input.unset["spark.authenticate.secret"]
	input.unset["spark.authenticate.secret.file"]
	driver := "spark.authenticate.secret.driver.file"
	executor := "spark.authenticate.secret.executor.file"
	some here, there in {driver: executor, executor: driver}
	input.written[here]
	not input.written[there]
}

# "Secret keys provided via files is only allowed in Kubernetes mode."
rows contains {
	"case": "secret_file_outside_kubernetes",
	"at": key,
	"msg": $"{key} {where}: Spark takes a secret from a file on Kubernetes only, and does not start",
	"unset": [key],
} if {
	where := {"local": "with a local master", "yarn": "on YARN"}[input.job.cluster_manager]
	input.conf["spark.authenticate"]
	some key in ["spark.authenticate.secret.file", "spark.authenticate.secret.driver.file"]
	input.written[key]
}
