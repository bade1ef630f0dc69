package policies.lib.packages_test

import data.policies.lib.packages

test_packages_and_files if {
	packages.brought == {
		{
			"at": "spark.jars.packages", "group": "org.apache.spark", "artefact": "spark-avro", "scala": "2.12", "version": "3.5.1",
			"name": "org.apache.spark:spark-avro_2.12:3.5.1",
		},
		{
			"at": "spark.jars", "group": "", "artefact": "hadoop-aws", "scala": "", "version": "3.3.4",
			"name": "hadoop-aws-3.3.4.jar",
		},
	} with input as {"facts": {"application": {"packages": ["org.apache.spark:spark-avro:2.12:3.5.1"], "jars": [":hadoop-aws::3.3.4"]}}}
}

test_of_a_group if {
	packages.of({"group": "org.apache.hadoop", "artefact": "hadoop-aws"}, "org.apache.hadoop", {"hadoop-"})
	packages.of({"group": "", "artefact": "hadoop-aws"}, "org.apache.hadoop", {"hadoop-"})
	not packages.of({"group": "com.acme", "artefact": "hadoop-tools"}, "org.apache.hadoop", {"hadoop-"})
	not packages.of({"group": "", "artefact": "acme"}, "org.apache.hadoop", {"hadoop-"})
}

test_line_of_a_version if {
	packages.line("3.5.1") == "3.5"
	packages.line("4.0.0-preview2") == "4.0"
	not packages.line("latest")
}
