# METADATA
# title: Cluster mode where there is none
# description: |
#   In cluster mode the driver runs in the cluster. That works neither with a local master nor for shells and servers
#   that need their terminal or port, nor for Python and R applications on a standalone cluster; spark-submit stops.
# related_resources:
#   - description: Submitting applications
#     ref: https://spark.apache.org/docs/latest/submitting-applications.html#launching-applications-with-spark-submit
#   - description: SparkSubmit, where options become settings
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/deploy/SparkSubmit.scala
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     deploy_modes: [cluster]
#   fix: Submit with --deploy-mode client.
package policies.correctness.deploy_mode_incompatible

deny contains {
	"at": "spark.submit.deployMode",
	"msg": $"there is no cluster mode {why}: spark-submit stops",
	"set": {"spark.submit.deployMode": "client"},
	"unsafe": true,
} if {
	why := reason
}

reason := "with a local master" if {
	input.job.cluster_manager == "local"
} else := $"for {input.job.kind}" if {
	input.job.kind in {"spark-shell", "pyspark", "spark-sql", "sparkR"}
} else := "on Mesos without spark.master.rest.enabled" if {
	input.job.cluster_manager == "mesos"
	input.conf["spark.master.rest.enabled"] == false
} else := $"for {shells[input.job.application]}" if {
	shells[input.job.application]
} else := $"for {servers[input.job.class]}" if {
	servers[input.job.class]
} else := "for the Spark Connect server" if {
	input.job.class == "org.apache.spark.sql.connect.service.SparkConnectServer"
	not may_run_on_yarn
} else := $"for {languages[input.job.language]} applications on a standalone cluster" if {
	input.job.cluster_manager == "standalone"
	languages[input.job.language]
}

# The names under which spark-submit runs its shells.
shells := {"pyspark-shell": "Spark's Python shell", "spark-shell": "Spark's shell", "sparkr-shell": "Spark's R shell"}

servers := {
	"org.apache.spark.repl.Main": "Spark's shell",
	"org.apache.spark.sql.hive.thriftserver.HiveThriftServer2": "the Thrift server",
	"org.apache.spark.sql.hive.thriftserver.SparkSQLCLIDriver": "the SQL shell",
}

# Spark 4.2 starts the Connect server in a cluster of YARN.
may_run_on_yarn if {
	not input.job.cluster_manager in {"kubernetes", "standalone", "mesos"}
	not before_its_time
}

before_its_time if {
	[major, minor] := [to_number(n) | some n in split(input.job.spark_release, ".")]
	[major, minor] < [4, 2]
}

languages := {"python": "Python", "r": "R"}
