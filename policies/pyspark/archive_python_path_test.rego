package policies.pyspark.archive_python_path_test

import data.policies.pyspark.archive_python_path as rule

job(mode, path, archives) := {
	"job": {"cluster_manager": "yarn", "deploy_mode": mode},
	"conf": {"spark.pyspark.python": path, "spark.archives": archives},
	"unset": {"spark.pyspark.driver.python": true, "spark.yarn.dist.archives": true},
}

test_denies_a_folder_that_no_archive_makes if {
	rule.deny == {{
		"at": "spark.pyspark.python",
		"msg": "there is no ./env/bin/python in the containers: the archives are unpacked as environment, model.zip",
	}} with input as job("cluster", "./env/bin/python", ["hdfs:///envs/pyspark.tar.gz#environment", "s3a://models/model.zip"])
}

test_denies_a_folder_without_archives if {
	rule.deny == {{
		"at": "spark.pyspark.python",
		"msg": "there is no venv/bin/python in the containers: the job brings no archive, and their folder is empty otherwise",
	}} with input as job("cluster", "venv/bin/python", [])
}

test_denies_a_folder_where_nobody_set_archives if {
	some answer in rule.deny with input as {
		"job": {"deploy_mode": "cluster"}, "conf": {"spark.pyspark.python": "venv/bin/python"},
		"unset": {"spark.archives": true, "spark.yarn.dist.archives": true},
	}
	contains(answer.msg, "the job brings no archive")
}

test_allows_what_yarn_distributes if {
	count(rule.deny) == 0 with input as {
		"job": {"deploy_mode": "cluster"}, "unset": {"spark.archives": true},
		"conf": {"spark.pyspark.python": "venv/bin/python", "spark.yarn.dist.archives": ["v.tar.gz#venv"]},
	}
}

test_denies_the_driver_in_client_mode if {
	some answer in rule.deny with input as job("client", "./environment/bin/python", ["e.tar.gz#environment"])
	answer.severity == "warning"
}

test_denies_mildly_an_unused_environment if {
	rule.deny == {{
		"at": "spark.pyspark.python",
		"msg": "an archive with an environment is unpacked as ./environment, and the workers run /opt/conda/bin/python, which does not see its packages",
		"severity": "info",
	}} with input as job("cluster", "/opt/conda/bin/python", ["e.tar.gz#environment"])
}

test_allows_the_archive_s_python if {
	count(rule.deny) == 0 with input as job("cluster", "./environment/bin/python", ["e.tar.gz#environment"])
	count(rule.deny) == 0 with input as job("cluster", "e.tar.gz/bin/python", ["hdfs:///e.tar.gz"])
}

test_allows_a_python_of_the_machines if {
	count(rule.deny) == 0 with input as job("cluster", "python3", ["model.zip#model"])
	count(rule.deny) == 0 with input as job("cluster", "/usr/bin/python3", ["model.zip#model"])
}

test_silent_when_unknown if {
	count(rule.deny) == 0 with input as {
		"job": {"deploy_mode": "cluster"}, "conf": {"spark.pyspark.python": "./env/bin/python"},
		"unset": {"spark.yarn.dist.archives": true}, "unknown": {"spark.archives": "shell variable ENV has no value here"},
	}
}
