package policies.pyspark.python2_config_test

import data.policies.pyspark.python2_config as rule

workers(release, path) := {"job": {"spark_release": release}, "conf": {"spark.pyspark.python": path}}

test_denies_python_2 if {
	rule.deny == {{
		"at": "spark.pyspark.python", "severity": "error",
		"msg": "Python 2.7 for Spark 3.5, which needs Python 3.8 or newer",
	}} with input as workers("3.5", "/usr/bin/python2.7")
}

test_denies_an_old_python_3 if {
	some answer in rule.deny with input as {"job": {"spark_release": "4.1"}, "conf": {"spark.pyspark.driver.python": "python3.9"}}
	answer.at == "spark.pyspark.driver.python"
	answer.severity == "warning"
}

test_allows_what_is_supported if {
	count(rule.deny) == 0 with input as workers("4.1", "python3.10")
	count(rule.deny) == 0 with input as workers("3.0", "python2.7")
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}, "conf": {"spark.pyspark.python": "python2.7"}}
	count(rule.deny) == 0 with input as workers("3.5", "python")
}
