# Which Python runs the driver and the workers, as PythonRunner and the Python
# side of Spark choose it among the settings. A variable of the shell that
# starts the job, which is not seen here, comes after them all.
package policies.lib.python

workers := {"at": "spark.pyspark.python", "path": path} if {
	path := input.conf["spark.pyspark.python"]
} else := {"at": "spark.yarn.appMasterEnv.PYSPARK_PYTHON", "path": path} if {
	in_application_master
	input.unset["spark.pyspark.python"]
	path := input.conf["spark.yarn.appMasterEnv.PYSPARK_PYTHON"]
}

driver := {"at": "spark.pyspark.driver.python", "path": path} if {
	path := input.conf["spark.pyspark.driver.python"]
} else := {"at": "spark.yarn.appMasterEnv.PYSPARK_DRIVER_PYTHON", "path": path} if {
	in_application_master
	input.unset["spark.pyspark.driver.python"]
	input.unset["spark.pyspark.python"]
	path := input.conf["spark.yarn.appMasterEnv.PYSPARK_DRIVER_PYTHON"]
}

in_application_master if {
	input.job.cluster_manager == "yarn"
	input.job.deploy_mode == "cluster"
}

# The version that a path says: 3.11 of python3.11, /opt/python/3.11.4/bin/python
# or envs/py311/bin/python. The last one counts.
version(path) := number if {
	said := regex.find_all_string_submatch_n(`(?i)(?:python[-_/]?|/versions/|[/_-]py)([23])\.?([0-9]{1,2})(?:[^0-9]|$)`, path, -1)
	found := said[count(said) - 1]
	number := concat(".", [found[1], found[2]])
}
