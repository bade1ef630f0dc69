# Resources that Spark refuses to pass on to YARN.
package policies.lib.startup_constraint.yarn

# deploy.yarn.ResourceRequestHelper.validateResources: "Do not use
# spark.yarn.executor.resource.memory.amount, please use spark.executor.memory"
rows contains {
	"case": "yarn_resource",
	"at": a.id,
	"msg": $"{a.key}={a.raw}: Spark asks for that by {instead}, and does not start",
} if {
	input.job.cluster_manager == "yarn"
	some a in input.assignments
	a.effective
	some found in regex.find_all_string_submatch_n(`^spark\.yarn\.(am|driver|executor)\.resource\.(.+)\.amount$`, a.name, 1)
	instead := own_setting(found[1], found[2])
}

own_setting(role, resource) := $"{owner[role]}.memory" if {
	resource in {"memory", "memory-mb", "mb"}
} else := $"{owner[role]}.cores" if {
	resource in {"cores", "vcores", "cpu-vcores"}
} else := $"{owner[role]}.resource.{trim_prefix(resource, "yarn.io/")}.amount" if {
	role != "am"
	resource in {"yarn.io/gpu", "yarn.io/fpga"}
}

owner := {"am": "spark.yarn.am", "driver": "spark.driver", "executor": "spark.executor"}

# deploy.yarn.ResourceRequestHelper.getYarnResourcesAndAmounts: "Missing suffix",
# "only .amount is supported"
rows contains {
	"case": "yarn_resource_suffix",
	"at": a.id,
	"msg": $"{a.key} does not end in .amount, the only thing about a resource of YARN that can be set: Spark does not start",
} if {
	input.job.cluster_manager == "yarn"
	some a in input.assignments
	a.effective
	startswith(a.name, "spark.yarn.executor.resource.")
	not endswith(a.name, ".amount")
}
