# METADATA
# title: Directory of the node in a pod
# description: |
#   A hostPath volume gives the pod a directory of the node it happens to run on. With the root directory, the socket of
#   the container runtime or the system's own directories, whoever controls the job controls the node; any other directory
#   ties the job to what that node holds. Volumes named spark-local-dir-*, Spark's way to use the disks of a node for
#   scratch space, are not reported.
# related_resources:
#   - description: Running on Kubernetes, volumes
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#using-kubernetes-volumes
#   - description: Kubernetes, hostPath
#     ref: https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
# custom:
#   severity: error
#   since: 0.1.0
#   params:
#     control:
#       default: '^(/|/(etc|root|proc|sys|boot|dev|home)(/.*)?|/var|/(var/)?run(/.*)?|/var/lib/(docker|containerd|kubelet)(/.*)?|.*\.sock)$'
#       doc: pattern of paths that give control of the node
#   fix: Mount a persistentVolumeClaim or an emptyDir instead, or fetch the files from storage that all nodes reach.
package policies.security.hostpath_volume

params := data.params.security.hostpath_volume

deny contains {"at": a.id, "msg": $"the {role}'s pod gets {path} of its node: {consequence(path)}", "severity": severity(path)} if {
	some a in input.assignments
	a.effective
	some found in regex.find_all_string_submatch_n(`^spark\.kubernetes\.(driver|executor)\.volumes\.hostPath\.([^.]+)\.options\.path$`, a.key, 1)
	role := found[1]
	not startswith(found[2], "spark-local-dir-")
	path := cleaned(a.raw)
}

cleaned(path) := "/" if {
	trim_right(path, "/") == ""
} else := trim_right(path, "/")

severity(path) := "error" if {
	regex.match(params.control, path)
} else := "warning"

consequence(path) := "whoever controls the job controls the node" if {
	severity(path) == "error"
} else := "what it finds there differs from node to node"
