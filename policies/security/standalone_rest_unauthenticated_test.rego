package policies.security.standalone_rest_unauthenticated_test

import data.policies.lib.job_test as job
import data.policies.security.standalone_rest_unauthenticated as rule

file(release, settings) := object.union(job.fragment(settings), {"job": {"spark_release": release}, "conf": object.union({"spark.master.rest.port": 6066}, settings)})

test_denies_a_server_that_is_on if {
	some answer in rule.deny with input as file("3.5", {"spark.master.rest.enabled": true})
	answer.msg == "the master's REST server is on, with no filter: whoever reaches port 6066 runs code on the cluster"
}

test_denies_the_default_of_4_1_for_a_master if {
	some answer in rule.deny with input as file("4.1", {"spark.deploy.defaultCores": 4})
	answer.at == "spark.deploy.defaultCores"
	answer.msg == "the master's REST server is on by default in Spark 4.1, with no filter: whoever reaches port 6066 runs code on the cluster"
}

test_allows_filters_and_off if {
	count(rule.deny) == 0 with input as file("4.1", {"spark.master.rest.enabled": true, "spark.master.rest.filters": ["org.apache.spark.ui.JWSFilter"]})
	count(rule.deny) == 0 with input as file("4.1", {"spark.master.rest.enabled": false, "spark.deploy.defaultCores": 4})
	count(rule.deny) == 0 with input as file("4.0", {"spark.deploy.defaultCores": 4})
	count(rule.deny) == 0 with input as file("4.1", {"spark.executor.memory": "4g"})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}, "conf": {"spark.master.rest.port": 6066}, "written": {"spark.master.rest.enabled": "spark-defaults"}, "assignments": []}
}
