package policies.lib.platform_test

import data.policies.lib.platform

written(key, raw) := {"job": {}, "assignments": [{"key": key, "raw": raw}]}

test_named_by_the_profile if {
	platform.managed with input as {"job": {"platform": "emr"}}
	not platform.managed with input as {"job": {"platform": "yarn"}, "assignments": [{"key": "spark.emr.x", "raw": "1"}]}
}

test_traces if {
	every key, raw in {
		"spark.emr-serverless.driver.disk": "20g", "spark.databricks.cluster.profile": "singleNode", "spark.jars": "dbfs:/jars/a.jar",
		"spark.driver.extraClassPath": "/usr/lib/hadoop-lzo/lib/*", "spark.kubernetes.container.image": "1.dkr.ecr.eu.amazonaws.com/spark/emr-7.1",
	} {
		platform.managed with input as written(key, raw)
	}
	platform.managed with input as {"job": {"application": "dbfs:/jobs/a.py"}, "assignments": []}
}

test_no_traces if {
	not platform.managed with input as written("spark.databricks.delta.schema.autoMerge.enabled", "true")
	not platform.managed with input as {"job": {"application": "s3://jobs/a.py"}, "assignments": [{"key": "spark.executor.cores"}]}
}
