# The volumes that Spark mounts into its pods, as KubernetesVolumeUtils reads
# them: spark.kubernetes.<role>.volumes.<type>.<name>.<option>.
package policies.lib.kubernetes_volumes

# What each pod mounts: role, type, name, and the assignments that count by option.
volumes contains {"role": role, "type": type, "name": name, "options": options} if {
	some role, type, name
	options := written[role][type][name]
}

written[role][type][name][option] := a if {
	some a in input.assignments
	a.effective
	[_, role, type, name, option] := regex.find_all_string_submatch_n(pattern, a.name, 1)[0]
	built[role]
}

pattern := `^spark\.kubernetes\.(driver|executor)\.volumes\.([^.]+)\.([^.]+)(?:\.(.+))?$`

# Spark builds the driver's pod in cluster mode alone; the volumes of another
# driver are never read.
built.executor := true

built.driver if input.job.deploy_mode == "cluster"

# Executors keep their shuffle files in volumes with this prefix, where there
# are any (LocalDirsFeatureStep).
scratch(name) if startswith(name, "spark-local-dir-")

# The first assignment of a volume, to point at when none is to blame.
first(options) := [a.id | some a in options][0]
