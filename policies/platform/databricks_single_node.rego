# METADATA
# title: Cluster without workers that is no single node
# description: |
#   A Databricks cluster may have no workers only when it is declared a single node: by is_single_node, by its kind, or
#   by three settings together. Without them the provider refuses it. The other way round, a single-node profile runs
#   everything in the driver, and workers beside it stay idle.
# related_resources:
#   - description: Databricks Terraform provider, databricks_cluster (fixed size or autoscaling cluster)
#     ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/cluster
#   - description: Databricks, single node compute
#     ref: https://docs.databricks.com/aws/en/compute/configure#single-node-compute
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     resources: [databricks_cluster, databricks_job]
#   fix: Set is_single_node = true, or all of spark.databricks.cluster.profile = singleNode, spark.master = local[*] and the tag ResourceClass = SingleNode.
package policies.platform.databricks_single_node

profile := `spark_conf["spark.databricks.cluster.profile"]`

master := `spark_conf["spark.master"]`

tag := `custom_tags["ResourceClass"]`

wanted := {profile: "singleNode", master: "local[*]", tag: "SingleNode"}

deny contains {
	"at": "attribute#num_workers",
	"msg": $"num_workers = 0 without {concat(", ", missing)}: Databricks takes a cluster without workers only as a single node",
} if {
	input.resource.attributes.num_workers == 0
	input.resource.absent.is_single_node
	input.resource.absent.kind
	input.resource.absent.policy_id # which may set the rest
	missing := sort([$"{path} = {value}" | some path, value in wanted; lacks(path, value)])
	count(missing) > 0
}

lacks(path, _) if input.resource.absent[path]

lacks(path, value) if {
	path != master
	input.resource.attributes[path] != value
}

lacks(path, _) if {
	path == master
	not startswith(input.resource.attributes[path], "local")
}

deny contains {
	"at": $"attribute#{profile}",
	"msg": $"the singleNode profile stands beside {workers} workers: everything runs in the driver, and they stay idle",
	"severity": "warning",
} if {
	input.resource.attributes[profile] == "singleNode"
	workers := max([n | some path in ["num_workers", "autoscale.max_workers"]; n := input.resource.attributes[path]])
	workers > 0
}
