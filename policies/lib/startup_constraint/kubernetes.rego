# Names that Spark refuses on Kubernetes.
package policies.lib.startup_constraint.kubernetes

import data.policies.lib.assignment
import data.policies.lib.release
import data.policies.lib.value_text

# deploy.k8s.Config, from 3.3 on: names of pods are DNS subdomains.
rows contains {
	"case": "pod_name_prefix",
	"at": "spark.kubernetes.executor.podNamePrefix",
	"msg": $"the pod name prefix {prefix} is no DNS name of at most {longest} lower-case letters, digits, - and .: Spark does not start{release.from("3.3")}",
	"severity": release.certainty("3.3"),
} if {
	input.job.cluster_manager == "kubernetes"
	prefix := input.conf["spark.kubernetes.executor.podNamePrefix"]
	not good(prefix)
	not value_text.spoilt(prefix)
}

longest := 237

good(prefix) if {
	regex.match(`^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$`, prefix)
	count(prefix) <= longest
}

# deploy.k8s.KubernetesConf: "Label with key spark-role is not allowed as it is
# reserved for Spark bookkeeping operations."
rows contains {
	"case": "reserved_label",
	"at": a.id,
	"msg": $"{a.key} sets the label {label}, which Spark reserves for itself: it does not start{release.from(first)}",
	"unset": [a.name],
	"severity": release.certainty(first),
} if {
	input.job.cluster_manager == "kubernetes"
	some a in input.assignments
	a.effective
	startswith(a.name, "spark.kubernetes.")
	[_, role, label] := regex.find_all_string_submatch_n(`^spark\.kubernetes\.(driver|executor)\.label\.(.+)$`, a.name, 1)[0]
	first := reserved[role][label]
	in_pod(role)
	assignment.own(a)
}

# In client mode nobody makes a pod for the driver.
in_pod("executor")

in_pod("driver") if not input.job.deploy_mode == "client"

# The labels that Spark sets, and the first release that refuses them.
reserved := {
	"driver": {"spark-role": "3.0", "spark-app-selector": "3.0", "spark-app-name": "3.3", "spark-version": "3.3"},
	"executor": {
		"spark-role": "3.0", "spark-app-selector": "3.0", "spark-exec-id": "3.0", "spark-exec-resourceprofile-id": "3.1",
		"spark-app-name": "3.3", "spark-version": "3.3",
	},
}

# deploy.k8s.Config, 3.1 to 4.0: "Python 2 was dropped from Spark 3.1".
rows contains {
	"case": "python_2",
	"at": "spark.kubernetes.pyspark.pythonVersion",
	"msg": $"spark.kubernetes.pyspark.pythonVersion={python}: Spark {input.job.spark_release} takes 3 alone, and does not start",
	"unset": ["spark.kubernetes.pyspark.pythonVersion"],
} if {
	input.job.cluster_manager == "kubernetes"
	release.at_least("3.1")
	release.before("4.1")
	input.written["spark.kubernetes.pyspark.pythonVersion"]
	python := input.conf["spark.kubernetes.pyspark.pythonVersion"]
	python != "3"
}
