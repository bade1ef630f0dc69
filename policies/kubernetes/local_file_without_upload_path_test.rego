package policies.kubernetes.local_file_without_upload_path_test

import data.policies.kubernetes.local_file_without_upload_path as rule

job(application, conf) := {
	"job": {"application": application},
	"conf": object.union({"spark.jars": [], "spark.files": [], "spark.submit.pyFiles": []}, conf),
	"unset": {"spark.kubernetes.file.upload.path": true},
}

test_denies_a_local_application if {
	some answer in rule.deny with input as job("build/app.jar", {})
	answer.msg == "build/app.jar is a file of the submitting machine; spark.kubernetes.file.upload.path is not set, and Spark refuses the job"
}

test_denies_local_jars if {
	some answer in rule.deny with input as job("local:///opt/app.jar", {"spark.jars": ["s3a://a/b.jar", "file:/tmp/c.jar"]})
	answer.at == "spark.jars"
}

test_allows_files_of_the_image if {
	count(rule.deny) == 0 with input as job("local:///opt/app.jar", {"spark.files": ["s3a://a/b"]})
}

test_allows_an_upload_path if {
	count(rule.deny) == 0 with input as {"job": {"application": "app.jar"}, "unset": {}}
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {"job": {}, "conf": {}, "unset": {"spark.kubernetes.file.upload.path": true}}
}
