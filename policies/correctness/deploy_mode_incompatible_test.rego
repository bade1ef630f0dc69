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
	server.msg == "there is no cluster mode for the Thrift server: spark-submit stops"
}

test_denies_python_on_standalone if {
	some answer in rule.deny with input as {"job": {"kind": "spark-submit", "cluster_manager": "standalone", "language": "python"}}
	answer.msg == "there is no cluster mode for Python applications on a standalone cluster: spark-submit stops"
}

test_allows_what_works if {
	count(rule.deny) == 0 with input as {"job": {"kind": "spark-submit", "cluster_manager": "standalone", "language": "jvm", "class": "com.acme.Daily"}}
	count(rule.deny) == 0 with input as {"job": {"kind": "spark-submit", "cluster_manager": "yarn", "language": "python"}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {"kind": "spark-submit", "language": "python"}}
}
