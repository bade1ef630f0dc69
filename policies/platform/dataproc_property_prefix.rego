# METADATA
# title: Dataproc property with the wrong prefix
# description: |
#   A Dataproc cluster's properties name the file that each goes into, as in spark:spark.executor.memory; one without a
#   file makes the creation fail. The properties of a job go to Spark as they are, where a key that begins with spark:
#   is no Spark setting.
# related_resources:
#   - description: Dataproc, cluster properties
#     ref: https://cloud.google.com/dataproc/docs/concepts/configuring-clusters/cluster-properties
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     resources: [google_dataproc_cluster, google_dataproc_job]
#   fix: Write spark:spark.… for a cluster, and spark.… for a job.
package policies.platform.dataproc_property_prefix

import data.policies.lib.resource

deny contains {
	"at": $"attribute_name#{path}",
	"msg": $"{entry.key} names no file: a cluster's property is written spark:{entry.key}",
} if {
	input.resource.kind == "google_dataproc_cluster"
	some path, entry in resource.entries("override_properties")
	startswith(entry.key, "spark.")
}

deny contains {
	"at": $"attribute_name#{path}",
	"msg": $"{entry.key} is no Spark setting: a job's property is written {setting}",
} if {
	input.resource.kind == "google_dataproc_job"
	some path, entry in resource.entries("properties")
	setting := trim_prefix(entry.key, "spark:")
	setting != entry.key
}
