package policies.correctness.master_invalid_test

import data.policies.correctness.master_invalid as rule

with_master(master) := {"job": {"master": master, "spark_release": "3.5"}}

test_denies_a_master_of_old if {
	some answer in rule.deny with input as with_master("yarn-cluster")
	answer.at == "spark.master"
	answer.msg == "Spark knows no master yarn-cluster since 3.0: it is yarn, and --deploy-mode tells client from cluster"
	answer.set == {"spark.master": "yarn", "spark.submit.deployMode": "cluster"}
}

test_mends_what_is_certain if {
	some client in rule.deny with input as with_master("yarn-client")
	client.set["spark.submit.deployMode"] == "client"
	some name in rule.deny with input as with_master("YARN")
	name.set == {"spark.master": "yarn"}
}

test_denies_each_form if {
	every master, words in {
		"spark://spark_master:7077": "no underscore", "spark://h": "spark://host:port", "spark://h1:7077,h2": "spark://host:port",
		"spark://u@h:7077": "spark://host:port", "sparkly": "spark://host:port", "k8s://ssh://h": "k8s://https", "k8s:h": "k8s://https",
		"local[0]": "local[n]", "local[x]": "local[n]", "local[]": "local[n]", "local[ 2 ]": "local[n]", "localhost": "local[n]",
		"local-cluster": "local[n]", "h:7077": "a master is yarn", "YARN-CLIENT": "a master is yarn", "foo://x": "a master is yarn", "yarn-cluster2": "a master is yarn",
	} {
		some answer in rule.deny with input as with_master(master)
		contains(answer.msg, words)
		not answer.set
	}
}

test_denies_mesos_where_it_is_gone if {
	some answer in rule.deny with input as {"job": {"master": "mesos://h:5050", "spark_release": "4.0"}}
	answer.msg == "Spark 4.0 has no Mesos any more, and refuses mesos://h:5050"
}

test_allows_the_forms_of_spark if {
	every master in [
		"yarn", "local", "local[4]", "local[*]", "local[*,3]", "local[2, 3]", "local[02]", "local-cluster[2,1,1024]",
		"local-cluster[ 1 , 1 , 1024 ]", "spark://h:7077", "spark://h1.acme.example:7077,h2:7077", "spark://10.0.0.1:7077", "spark://[::1]:7077",
		"k8s://https://api.acme.example:6443", "k8s://api:6443", "k8s://api", "k8s://[::1]:6443", "k8s://http://127.0.0.1:8001", "mesos://zk://h:2181/mesos",
	] {
		count(rule.deny) == 0 with input as with_master(master)
	}
}

test_allows_what_other_rules_own if {
	every master in ["yarn # production", `"yarn"`, "spark://<host>:7077", "SPARK_MASTER_URL"] {
		count(rule.deny) == 0 with input as with_master(master)
	}
}

test_allows_others if {
	count(rule.deny) == 0 with input as with_master("armada://h:443") with data.params.correctness.master_invalid.others as ["armada://"]
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}}
	count(rule.deny) == 0 with input as {"job": {"master": "mesos://h:5050"}}
}
