package policies.pyspark.interpreter_mismatch_test

import data.policies.pyspark.interpreter_mismatch as rule

pythons(driver, workers) := {"conf": {"spark.pyspark.driver.python": driver, "spark.pyspark.python": workers}}

test_denies_two_minor_versions if {
	rule.deny == {{
		"at": "spark.pyspark.driver.python",
		"msg": "the driver runs Python 3.11 and the workers Python 3.8: every task that runs Python fails",
		"notes": ["spark.pyspark.python"],
	}} with input as pythons("/usr/bin/python3.11", "/opt/py38/bin/python")
}

test_allows_one_minor_version if {
	count(rule.deny) == 0 with input as pythons("/opt/python/3.11.2/bin/python", "python3.11")
}

test_allows_paths_that_say_no_version if {
	count(rule.deny) == 0 with input as pythons("python3.11", "./environment/bin/python")
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"conf": {"spark.pyspark.driver.python": "python3.11"}, "unknown": {"spark.pyspark.python": "shell variable PY has no value here"}}
}
