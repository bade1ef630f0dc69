# METADATA
# title: Master that Spark does not know
# description: |
#   A master is yarn, local, local[n], spark://host:port, or k8s:// before the address of the API server.
#   spark-submit, or the session as it starts, refuses anything else.
# related_resources:
#   - description: Master URLs
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#master-urls
#   - description: SparkSubmit
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/deploy/SparkSubmit.scala
# custom:
#   severity: error
#   since: 0.1.0
#   params:
#     others:
#       default: []
#       doc: beginnings of masters that a Spark of your own knows
#   fix: Write the master in one of Spark's forms.
package policies.correctness.master_invalid

import data.policies.lib.value_text

params := data.params.correctness.master_invalid

deny contains object.union({"at": "spark.master", "msg": problem(input.job.master)}, mended(input.job.master)) if {
	not value_text.spoilt(input.job.master)
	not value_text.token(input.job.master)
	not another(input.job.master)
}

another(master) if {
	some prefix in params.others
	startswith(master, prefix)
}

forms := `^(yarn|mesos://.+|k8s://(([^:/]+|\[[^]]+\])(:[0-9]+)?(/.*)?|https?://.+)|local|local\[([0-9]*[1-9][0-9]*|\*)\]|local\[([0-9]+|\*)\s*,\s*[0-9]+\]|local-cluster\[(\s*[0-9]+\s*,){2}\s*[0-9]+\s*\])$`

standalone := `^spark://([A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\]):[0-9]+(,([A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\]):[0-9]+)*$`

problem(master) := $"Spark knows no master {master} since 3.0: it is yarn, and --deploy-mode tells client from cluster" if {
	master in {"yarn-client", "yarn-cluster", "yarn-standalone"}
} else := $"Spark {input.job.spark_release} has no Mesos any more, and refuses {master}" if {
	startswith(master, "mesos")
	to_number(split(input.job.spark_release, ".")[0]) >= 4
} else := $"Spark refuses {master}: a host name holds letters, digits, dots and hyphens, and no underscore" if {
	regex.match(`^spark://[^/:]*_[^/:]*:[0-9]+$`, master)
} else := $"Spark refuses {master}: a standalone master is spark://host:port, with commas before further host:port" if {
	startswith(master, "spark")
	not regex.match(standalone, master)
} else := $"Spark refuses {master}: the API server of Kubernetes is k8s://https://host:port" if {
	startswith(master, "k8s")
	not regex.match(forms, master)
} else := $"Spark refuses {master}: a local master is local, local[n] with n from 1 on, or local[*]" if {
	startswith(master, "local")
	not regex.match(forms, master)
} else := $"Spark refuses {master}: a master is yarn, or begins with spark://, k8s:// or local" if {
	not regex.match(forms, master)
	not regex.match(standalone, master)
}

mended(master) := {"set": {"spark.master": "yarn", "spark.submit.deployMode": modes[master]}} if {
	modes[master]
} else := {"set": {"spark.master": "yarn"}} if {
	lower(trim_space(master)) == "yarn"
} else := {}

modes := {"yarn-client": "client", "yarn-cluster": "cluster"}
