# METADATA
# title: Resource that nobody finds
# description: |
#   A pod asks for a resource by vendor and name (nvidia.com/gpu), so that Kubernetes needs
#   spark.{executor,driver}.resource.X.vendor. Executors and drivers on YARN and Kubernetes then ask a discovery script
#   which ones they were given, and end at start when none is set ("didn't specify a discovery script").
# related_resources:
#   - description: Resource allocation and configuration overview
#     ref: https://spark.apache.org/docs/latest/running-on-kubernetes.html#resource-allocation-and-configuration-overview
#   - description: Custom resource scheduling and configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html#custom-resource-scheduling-and-configuration-overview
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn, kubernetes]
#     complete: true
#   fix: Set the resource's vendor (nvidia.com for gpu on Kubernetes) and discoveryScript; Spark brings examples/src/main/scripts/getGpusResources.sh.
package policies.cores.gpu_missing_vendor_or_script

deny contains object.union(
	{
		"at": a.id,
		"msg": $"each {role} asks for {a.raw} {resource} without a vendor: Spark refuses to build its pod",
	},
	mended(role, resource),
) if {
	input.job.cluster_manager == "kubernetes"
	some role, resource
	a := wanted[role][resource]
	in_pod(role)
	not written[$"spark.{role}.resource.{resource}.vendor"]
}

deny contains {
	"at": a.id,
	"msg": $"each {role} asks for {a.raw} {resource} without a discovery script: it cannot tell which it was given, and ends at start",
} if {
	input.unset["spark.resources.discoveryPlugin"]
	some role, resource
	a := wanted[role][resource]
	not written[$"spark.{role}.resource.{resource}.discoveryScript"]
}

# What executors and drivers ask for, by the resource's name.
wanted[role][resource] := a if {
	some a in input.assignments
	a.effective
	[_, role, resource] := regex.find_all_string_submatch_n(`^spark\.(executor|driver)\.resource\.([^.]+)\.amount$`, a.name, 1)[0]
	regex.match(`^[1-9]\d*$`, a.raw)
}

written contains a.name if {
	some a in input.assignments
	a.effective
}

in_pod("executor")

in_pod("driver") if input.job.deploy_mode == "cluster"

mended(role, "gpu") := {"set": {$"spark.{role}.resource.gpu.vendor": "nvidia.com"}, "unsafe": true}

mended(_, resource) := {} if resource != "gpu"
