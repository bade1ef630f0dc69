# METADATA
# title: Settings of another cluster manager
# description: |
#   Each cluster manager reads its own settings. Those of another have no effect, and mislead who reads the job.
#   Settings in a spark-defaults.conf that a job shares with others are not reported.
# related_resources:
#   - description: Running on YARN
#     ref: https://spark.apache.org/docs/latest/running-on-yarn.html#spark-properties
#   - description: Running on Kubernetes
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#spark-properties
# custom:
#   severity: warning
#   since: 0.1.0
#   fix: Delete the settings, or use those of the job's own cluster manager.
package policies.correctness.wrong_manager_key

import data.policies.lib.assignment

deny contains {
	"at": names[0],
	"msg": $"{count(names)} {family} settings have no effect: the cluster manager is {input.job.cluster_manager}",
	"notes": array.slice(names, 1, count(names)),
	"severity": severity,
} if {
	some family, found in foreign
	names := sort(found)
}

owners := {"spark.yarn.*": {"yarn"}, "spark.kubernetes.*": {"kubernetes"}, "spark.mesos.*": {"mesos"}, "spark.cores.max": {"standalone", "mesos", "local"}}

foreign[family] contains a.name if {
	manager := input.job.cluster_manager
	some family, managers in owners
	not manager in managers
	some a in input.assignments
	startswith(a.name, trim_suffix(family, "*"))
	a.effective
	assignment.own(a)
}

# On a laptop the settings of the cluster do no harm.
severity := "info" if {
	input.job.cluster_manager == "local"
} else := "warning"
