package policies.correctness.static_conf_at_runtime_test

import data.policies.correctness.static_conf_at_runtime

found(layer, dropped) := result if {
	result := static_conf_at_runtime.deny with input.assignments as [{
		"id": "assignment#0", "key": "spark.executor.memory", "name": "spark.executor.memory",
		"raw": "8g", "spelling": "", "layer": layer, "dropped": dropped,
	}]
}

test_denies if {
	some f in found("runtime", "Spark refuses to change it in a running session")
	f.msg == "spark.executor.memory=8g: Spark refuses to change it in a running session"
}

test_allows if count(found("runtime", "")) == 0

test_allows_other_layers if count(found("code", "the driver's JVM is running")) == 0
