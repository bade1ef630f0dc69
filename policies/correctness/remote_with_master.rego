# METADATA
# title: Remote and a master
# description: |
#   A remote is the address of a Spark Connect server, which has its own master and deploy mode. spark-submit refuses a
#   remote together with either, wherever they are written: as options, in a properties file, in the environment.
# related_resources:
#   - description: Spark Connect
#     ref: https://spark.apache.org/docs/latest/spark-connect-overview.html
#   - description: SparkSubmitArguments, validateArguments
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/deploy/SparkSubmitArguments.scala
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     spark: {since: "3.4"}
#   fix: Keep the remote, or the master and the deploy mode.
package policies.correctness.remote_with_master

deny contains {
	"at": "spark.remote",
	"msg": $"a remote and {concat(" and ", others)} exclude each other: spark-submit stops",
	"notes": others,
} if {
	input.written["spark.remote"]
	others := [key | some key in ["spark.master", "spark.submit.deployMode"]; input.written[key]]
	count(others) > 0
}
