package policies.cores.gpu_amount_missing_test

import data.policies.cores.gpu_amount_missing as rule

assigned(names) := {"assignments": [{"id": name, "name": name, "raw": "x", "effective": true} | some name in names]}

test_denies_a_vendor_alone if {
	rule.deny == {{
		"at": "spark.executor.resource.gpu.vendor",
		"msg": "spark.executor.resource.gpu.vendor speaks of gpu, and nothing says how many: Spark does not start without spark.executor.resource.gpu.amount",
	}} with input as assigned(["spark.executor.resource.gpu.vendor", "spark.driver.resource.gpu.amount"])
}

test_allows_both if {
	count(rule.deny) == 0 with input as assigned(["spark.executor.resource.gpu.vendor", "spark.executor.resource.gpu.amount"])
}

test_allows_an_amount_alone if {
	count(rule.deny) == 0 with input as assigned(["spark.task.resource.gpu.amount"])
}

test_silent_about_a_value_that_lost if {
	count(rule.deny) == 0 with input as {"assignments": [{"id": "a", "name": "spark.executor.resource.gpu.vendor", "raw": "x", "effective": false}]}
}
