# METADATA
# title: Maximised executors with sizes of their own
# description: |
#   maximizeResourceAllocation makes EMR work out one executor per node, with all its memory and cores, when the cluster
#   is made. A size that is also written in spark-defaults replaces that part only: cores of a whole node then share a
#   heap that was meant for something else, or the other way round.
# related_resources:
#   - description: Amazon EMR, configure Spark (maximizeResourceAllocation)
#     ref: https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-spark-configure.html
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     resources: [aws_emr_cluster]
#   params:
#     settings:
#       default: [spark.executor.cores, spark.executor.instances, spark.executor.memory]
#       doc: settings that maximizeResourceAllocation works out
#   fix: Keep one of the two, sizes that you choose or maximizeResourceAllocation.
package policies.platform.emr_maximize_with_explicit

import data.policies.lib.resource

params := data.params.platform.emr_maximize_with_explicit

deny contains {
	"at": $"attribute#{path}",
	"msg": $"maximizeResourceAllocation gives each node one executor, and {concat(", ", explicit)} then replaces a part of that",
	"notes": explicit,
} if {
	some path, property in resource.classified
	property.classification == "spark"
	property.key == "maximizeResourceAllocation"
	lower(input.resource.attributes[path]) == "true"
	explicit := sort({other.key |
		some other in resource.classified
		other.classification == "spark-defaults"
		other.key in params.settings
	})
	count(explicit) > 0
}
