package policies.lib.assignment_test

import data.policies.lib.assignment

test_said_of_a_key if {
	assignment.said({"key": "spark.x", "spelling": "", "raw": "1"}) == "spark.x=1"
}

test_said_of_a_flag if {
	assignment.said({"key": "spark.executor.memory", "spelling": "--executor-memory", "raw": "4g"}) == "--executor-memory 4g"
}

test_said_of_an_attribute if {
	assignment.said({"key": "spark.executor.memory", "spelling": "executor.memory", "raw": "4g"}) == "executor.memory = 4g"
}

test_said_of_a_secret if {
	assignment.said({"key": "spark.ssl.keyPassword", "spelling": "", "raw": "hunter2"}) == "spark.ssl.keyPassword"
}

test_said_of_what_cannot_be_known if {
	assignment.said({"key": "spark.x", "spelling": "--x"}) == "--x"
}

test_named if {
	assignment.named({"key": "spark.executor.memory", "spelling": "--executor-memory"}) == "--executor-memory"
	assignment.named({"key": "spark.executor.memory", "spelling": ""}) == "spark.executor.memory"
}

test_strength if {
	assignment.strength({"layer": "flag"}) > assignment.strength({"layer": "conf"})
	assignment.strength({"layer": "properties-file"}) > assignment.strength({"layer": "spark-defaults"})
}

test_own if {
	assignment.own({"layer": "conf"}) with input as {"job": {"complete": true}}
	assignment.own({"layer": "spark-defaults"}) with input as {"job": {"complete": false}}
	not assignment.own({"layer": "spark-defaults"}) with input as {"job": {"complete": true}}
}
