package policies.lib.python_test

import data.policies.lib.python

test_version if {
	every path, number in {
		"python3.11": "3.11", "/usr/bin/python3.8": "3.8", "/opt/python/3.11.4/bin/python": "3.11",
		"/root/.pyenv/versions/3.12.1/bin/python": "3.12", "/opt/conda/envs/py39/bin/python": "3.9", "./env/bin/python2.7": "2.7", "/opt/Python-3.10/bin/python3": "3.10",
	} {
		python.version(path) == number
	}
}

test_no_version if {
	every path in ["python3", "python", "./environment/bin/python", "/opt/3/bin/python", "/opt/spark-3.5.1/bin/python", "/opt/pyspark/3.5/bin/python"] {
		not python.version(path)
	}
}

test_settings_of_spark_come_first if {
	python.workers.path == "/a" with input as {"conf": {"spark.pyspark.python": "/a", "spark.yarn.appMasterEnv.PYSPARK_PYTHON": "/b"}}
	python.driver.path == "/a" with input as {"conf": {"spark.pyspark.driver.python": "/a"}}
}

test_environment_of_the_application_master if {
	on_yarn := {
		"job": {"cluster_manager": "yarn", "deploy_mode": "cluster"},
		"unset": {"spark.pyspark.python": true, "spark.pyspark.driver.python": true},
		"conf": {"spark.yarn.appMasterEnv.PYSPARK_PYTHON": "/b", "spark.yarn.appMasterEnv.PYSPARK_DRIVER_PYTHON": "/c"},
	}
	python.workers == {"at": "spark.yarn.appMasterEnv.PYSPARK_PYTHON", "path": "/b"} with input as on_yarn
	python.driver == {"at": "spark.yarn.appMasterEnv.PYSPARK_DRIVER_PYTHON", "path": "/c"} with input as on_yarn
	in_client_mode := object.union(on_yarn, {"job": {"deploy_mode": "client"}})
	not python.workers with input as in_client_mode
	not python.driver with input as in_client_mode
}
