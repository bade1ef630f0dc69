# METADATA
# title: Spot machines whose blocks are lost with them
# description: |
#   A spot machine is taken away at short notice. Unless Spark decommissions its executor, moving shuffle and cached
#   blocks to others in the time that is left, they are gone, and the stages that made them run again.
# related_resources:
#   - description: Databricks, decommission spot instances
#     ref: https://docs.databricks.com/aws/en/compute/configure#decommission-spot-instances
#   - description: Spark configuration, spark.storage.decommission.enabled
#     ref: https://spark.apache.org/docs/latest/configuration.html#scheduling
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     complete: true
#   fix: Set spark.decommission.enabled and spark.storage.decommission.enabled, with .shuffleBlocks.enabled and .rddBlocks.enabled below it.
package policies.reliability.spot_without_decommission

deny contains {
	"msg": "the workers are spot machines, and spark.decommission.enabled is not set: each that is taken away loses its shuffle and cached blocks, and stages run again",
	"set": {"spark.decommission.enabled": "true", "spark.storage.decommission.enabled": "true"},
	"unsafe": true,
} if {
	input.job.spot
	input.job.cluster_manager in {"kubernetes", "standalone"}
	input.unset["spark.decommission.enabled"]
	input.conf["spark.shuffle.service.enabled"] == false
}

# Databricks asks for the storage part, and starts the rest itself.
deny contains {
	"at": $"attribute#{path}",
	"msg": $"{availability} workers without spark.storage.decommission.enabled: each that is taken away loses its shuffle and cached blocks, and stages run again",
	"severity": "info",
} if {
	startswith(input.resource.kind, "databricks_")
	some path in ["aws_attributes.availability", "azure_attributes.availability", "gcp_attributes.availability"]
	availability := input.resource.attributes[path]
	regex.match(`^(SPOT|PREEMPTIBLE)`, availability)
	input.unset["spark.storage.decommission.enabled"]
}
