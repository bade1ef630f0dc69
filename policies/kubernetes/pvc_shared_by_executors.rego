# METADATA
# title: One claim for all executors
# description: |
#   Every executor mounts the claim whose name is written. A ReadWriteOnce claim can be mounted on one node only, so that
#   executors elsewhere stay pending; a ReadWriteMany claim sends the shuffle files of all through one file server. With
#   OnDemand as its name, Spark makes a claim for each executor, and SPARK_EXECUTOR_ID in the name stands for the
#   executor's number (both since 3.1).
# related_resources:
#   - description: Using Kubernetes volumes
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#using-kubernetes-volumes
#   - description: Kubernetes, access modes
#     ref: https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [kubernetes]
#   fix: Name the claim OnDemand with options.storageClass and options.sizeLimit, or mount data that executors only read with mount.readOnly=true.
package policies.kubernetes.pvc_shared_by_executors

import data.policies.lib.kubernetes_volumes

deny contains {
	"at": claim.id,
	"msg": $"{counted(executors)} write to one claim, {claim.raw}: {consequence(v.name)}",
	"because": ["executors.maximum_count"],
	"severity": severity(v.name),
} if {
	some v in kubernetes_volumes.volumes
	v.role == "executor"
	v.type == "persistentVolumeClaim"
	claim := v.options["options.claimName"]
	not regex.match(`OnDemand|SPARK_EXECUTOR_ID`, claim.raw)
	not read_only(v.options)
	count_settled
	executors := input.facts.executors.maximum_count
	executors > 1
}

consequence(name) := "if it is ReadWriteOnce they must share one node, and if ReadWriteMany their shuffle files share one file server" if {
	kubernetes_volumes.scratch(name)
} else := "only one that is ReadWriteMany can be mounted on several nodes"

# Output and caches may well be on a shared file system, shuffle files hardly.
severity(name) := "warning" if {
	kubernetes_volumes.scratch(name)
} else := "info"

# A mark that cannot be known may be true.
read_only(options) if {
	mark := options["mount.readOnly"]
	not lower(mark.raw) == "false"
}

unbounded := 2147483647

counted(executors) := "any number of executors" if {
	executors == unbounded
} else := $"{executors} executors"

count_settled if input.written["spark.executor.instances"]

count_settled if input.unset["spark.executor.instances"]
