# METADATA
# title: Standalone master that takes jobs from anyone
# description: |
#   The REST server of a standalone master, on port 6066, runs what it is sent. It asks nobody for a name or a password
#   unless a servlet filter does; from Spark 4.1 on it is on by default. The master reads these settings from its own
#   spark-defaults.conf.
# related_resources:
#   - description: Security, standalone mode
#     ref: https://spark.apache.org/docs/latest/security.html#standalone-mode
#   - description: Standalone mode, REST API
#     ref: https://spark.apache.org/docs/latest/spark-standalone.html#rest-api
# custom:
#   severity: warning
#   since: 0.1.0
#   applies_to:
#     kinds: [spark-defaults, properties]
#   fix: Set spark.master.rest.filters to a filter such as org.apache.spark.ui.JWSFilter (Spark 4.0 and later), or spark.master.rest.enabled=false.
package policies.security.standalone_rest_unauthenticated

import data.policies.lib.release

deny contains {
	"at": at,
	"msg": $"the master's REST server is on{why}, with no filter: whoever reaches port {port} runs code on the cluster",
	"set": {"spark.master.rest.enabled": "false"},
	"unsafe": true,
} if {
	some [at, why] in on
	not input.written["spark.master.rest.filters"]
	port := input.conf["spark.master.rest.port"]
}

on contains ["spark.master.rest.enabled", ""] if {
	input.written["spark.master.rest.enabled"]
	input.conf["spark.master.rest.enabled"]
}

# A file that sets up a master, and leaves the server at its default.
on contains [min(names), $" by default in Spark {input.job.spark_release}"] if {
	release.at_least("4.1")
	not input.written["spark.master.rest.enabled"]
	names := {a.name | some a in input.assignments; regex.match(`^spark\.(master\.|deploy\.)`, a.name)}
	count(names) > 0
}
