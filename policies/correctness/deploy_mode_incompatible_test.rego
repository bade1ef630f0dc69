package policies.correctness.deploy_mode_incompatible_test

import data.policies.correctness.deploy_mode_incompatible as rule

test_denies_a_local_master if {
	some answer in rule.deny with input as {"job": {"kind": "spark-submit", "cluster_manager": "local"}}
	answer.at == "spark.submit.deployMode"
	answer.msg == "there is no cluster mode with a local master: spark-submit stops"
}

test_denies_shells_and_servers if {
	some shell in rule.deny with input as {"job": {"kind": "spark-sql", "cluster_manager": "yarn"}}
	shell.msg == "there is no cluster mode for spark-sql: spark-submit stops"
	some server in rule.deny with input as {"job": {
		"kind": "spark-submit", "cluster_manager": "yarn",
		"class": "org.apache.spark.sql.hive.thriftserver.HiveThriftServer2",
	}}
	some named in rule.deny with input as {"job": {"kind": "spark-submit", "cluster_manager": "yarn", "application": "pyspark-shell"}}
	named.msg == "there is no cluster mode for Spark's Python shell: spark-submit stops"
	server.msg == "there is no cluster mode for the Thrift server: spark-submit stops"
}

test_denies_python_on_standalone if {
	some answer in rule.deny with input as {"job": {"kind": "spark-submit", "cluster_manager": "standalone", "language": "python"}}
	answer.msg == "there is no cluster mode for Python applications on a standalone cluster: spark-submit stops"
}

connect(manager, release) := {"job": {
	"kind": "spark-submit", "cluster_manager": manager, "spark_release": release,
	"class": "org.apache.spark.sql.connect.service.SparkConnectServer",
}}

test_denies_the_connect_server if {
	some answer in rule.deny with input as connect("kubernetes", "4.2")
	answer.msg == "there is no cluster mode for the Spark Connect server: spark-submit stops"
	count(rule.deny) == 1 with input as connect("yarn", "4.1")
	count(rule.deny) == 0 with input as connect("yarn", "4.2")
}

test_denies_mesos_without_rest if {
	some answer in rule.deny with input as {"conf": {"spark.master.rest.enabled": false}, "job": {"kind": "spark-submit", "cluster_manager": "mesos"}}
	answer.msg == "there is no cluster mode on Mesos without spark.master.rest.enabled: spark-submit stops"
}

test_allows_what_works if {
	count(rule.deny) == 0 with input as {"job": {"kind": "spark-submit", "cluster_manager": "standalone", "language": "jvm", "class": "com.acme.Daily"}}
	count(rule.deny) == 0 with input as {"job": {"kind": "spark-submit", "cluster_manager": "yarn", "language": "python"}}
	count(rule.deny) == 0 with input as {"conf": {"spark.master.rest.enabled": true}, "job": {"kind": "spark-submit", "cluster_manager": "mesos", "language": "jvm"}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {"kind": "spark-submit", "language": "python"}}
}
