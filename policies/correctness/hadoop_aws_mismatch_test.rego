package policies.correctness.hadoop_aws_mismatch_test

import data.policies.correctness.hadoop_aws_mismatch as rule

job(application) := {
	"job": {"spark_release": "3.5"}, "assignments": [],
	"conf": {"spark.jars.packages": ["org.apache.hadoop:hadoop-aws:3.2.0", "com.acme:a:1.0"]},
	"facts": {"spark": {"hadoop_versions": ["3.3.4"]}, "application": application},
}

test_denies_another_line if {
	rule.deny == {{
		"at": "spark.jars.packages",
		"msg": "org.apache.hadoop:hadoop-aws:3.2.0 beside Hadoop 3.3.4, which Spark 3.5 brings: the two share internal classes",
		"severity": "warning",
		"set": {"spark.jars.packages": "org.apache.hadoop:hadoop-aws:3.3.4,com.acme:a:1.0"},
		"unsafe": true,
	}} with input as job({"packages": ["org.apache.hadoop:hadoop-aws::3.2.0"]})
}

test_denies_mildly_another_patch if {
	some answer in rule.deny with input as job({"jars": [":hadoop-azure::3.3.1"]})
	answer.severity == "info"
	answer.at == "spark.jars"
}

test_denies_the_old_sdk_alone if {
	some answer in rule.deny with input as {
		"job": {"spark_release": "4.0"}, "assignments": [],
		"facts": {"spark": {"hadoop_versions": ["3.4.1"]}, "application": {"jars": [":hadoop-aws::3.4.1", ":aws-java-sdk-bundle::1.12.262"]}},
	}
	answer.msg == "hadoop-aws-3.4.1.jar needs the AWS SDK version 2 (bundle-2.x.jar), and the job brings aws-java-sdk-bundle-1.12.262.jar alone"
}

test_allows_the_bundled_version_and_others_modules if {
	count(rule.deny) == 0 with input as job({
		"packages": ["org.apache.hadoop:hadoop-aws::3.3.4", "com.google.cloud.bigdataoss:gcs-connector::hadoop3-2.2.5"],
		"jars": [":hadoop-lzo::0.4.20", ":hadoop-awsome::1.0", ":aws-java-sdk-bundle::1.12.262"],
	})
}

test_allows_platforms if {
	count(rule.deny) == 0 with input as object.union(job({"packages": ["org.apache.hadoop:hadoop-aws::3.2.0"]}), {"job": {"platform": "emr"}})
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}, "assignments": [], "facts": {"application": {"packages": ["org.apache.hadoop:hadoop-aws::3.2.0"]}}}
}
