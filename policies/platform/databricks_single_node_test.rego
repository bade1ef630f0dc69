package policies.platform.databricks_single_node_test

import data.policies.platform.databricks_single_node

profile := `spark_conf["spark.databricks.cluster.profile"]`

master := `spark_conf["spark.master"]`

tag := `custom_tags["ResourceClass"]`

declared := {profile: "singleNode", master: "local[*]", tag: "SingleNode"}

none := {"is_single_node": true, "kind": true, "policy_id": true, profile: true, master: true, tag: true}

found(attributes, absent) := result if {
	result := databricks_single_node.deny with input.resource as {"attributes": attributes, "absent": absent}
}

test_denies if {
	some f in found({"num_workers": 0}, none)
	contains(f.msg, `custom_tags["ResourceClass"] = SingleNode, spark_conf["spark.databricks.cluster.profile"] = singleNode, spark_conf["spark.master"] = local[*]`)
}

test_denies_half if {
	some f in found({"num_workers": 0, profile: "singleNode", master: "spark://x", tag: "Single"}, {"is_single_node": true, "kind": true, "policy_id": true})
	startswith(f.msg, $"num_workers = 0 without {tag} = SingleNode, {master} = local[*]: ")
}

test_denies_idle_workers if {
	some f in found(object.union(declared, {"autoscale.max_workers": 8}), {})
	f.severity == "warning"
}

test_allows if {
	count(found(object.union(declared, {"num_workers": 0}), {"is_single_node": true, "kind": true, "policy_id": true})) == 0
	count(found({"num_workers": 0, "is_single_node": true}, {"kind": true, "policy_id": true, profile: true})) == 0
	count(found({"num_workers": 4}, none)) == 0
}

test_silent_when_unknown if count(found({"num_workers": 0}, {"is_single_node": true, "kind": true, "policy_id": true})) == 0
