# METADATA
# title: Setting that Dataproc Serverless does not support
# description: |
#   Dataproc Serverless has no YARN and no external shuffle service. It does not support their settings, and an
#   application whose code sets one fails. Drivers and executors have 4, 8 or 16 cores.
# related_resources:
#   - description: Dataproc Serverless, Spark properties
#     ref: https://cloud.google.com/dataproc-serverless/docs/concepts/properties
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     platforms: [dataproc-serverless]
#   params:
#     prefixes:
#       default: [spark.shuffle.service., spark.yarn.]
#       doc: beginnings of settings that are not supported
#   fix: Remove what is not supported, and choose 4, 8 or 16 cores.
package policies.platform.dataproc_serverless_unsupported

import data.policies.lib.assignment
import data.policies.lib.worker_sizes

params := data.params.platform.dataproc_serverless_unsupported

written contains a if {
	some a in input.assignments
	a.effective
	a.spelling != "platform"
	a.layer != "platform"
}

deny contains {
	"at": a.id,
	"msg": $"Dataproc Serverless has no YARN and no shuffle service, and does not support {assignment.said(a)}: the workload fails",
	"unset": [a.name],
} if {
	some a in written
	unsupported(a)
}

unsupported(a) if strings.any_prefix_match(a.name, params.prefixes)

unsupported(a) if {
	a.name == "spark.master"
	a.raw == "yarn"
}

cores["spark.executor.cores"] := input.conf["spark.executor.cores"]

cores["spark.driver.cores"] := input.conf["spark.driver.cores"]

deny contains {
	"at": a.id,
	"msg": $"{a.name} = {n}: drivers and executors of Dataproc Serverless have 4, 8 or 16 cores",
} if {
	some a in written
	n := cores[a.name]
	not n in worker_sizes.dataproc_cores
}
