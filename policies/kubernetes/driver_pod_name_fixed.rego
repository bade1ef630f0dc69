# METADATA
# title: Fixed name for the driver's pod
# description: |
#   A driver's pod stays after the job has ended, so that its logs can be read, and no two pods of a namespace have one
#   name. The next submission is refused ("pods ... already exists") until somebody deletes the pod. Left alone, Spark
#   makes a name of the application's name and a random part.
# related_resources:
#   - description: How it works
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#how-it-works
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#     deploy_modes: [cluster]
#   fix: Delete spark.kubernetes.driver.pod.name; spark.app.name makes the pods recognisable.
package policies.kubernetes.driver_pod_name_fixed

deny contains {
	"at": "spark.kubernetes.driver.pod.name",
	"msg": $"the pod {name} stays after the job: the next submission is refused while it is there",
	"unset": ["spark.kubernetes.driver.pod.name"],
	"unsafe": true,
} if {
	name := input.conf["spark.kubernetes.driver.pod.name"]
}
