# METADATA
# title: Python that is not where the archive is unpacked
# description: |
#   YARN unpacks each archive into the container's own folder, under the name after the # or else the file's, and nothing
#   else is there: a Python with a relative path has to be in one of these. The driver of a client-mode job runs outside of
#   any container, in the folder where the job is submitted.
# related_resources:
#   - description: Python package management
#     ref: https://spark.apache.org/docs/latest/api/python/tutorial/python_packaging.html
#   - description: PythonRunner, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/core/src/main/scala/org/apache/spark/deploy/PythonRunner.scala
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     cluster_managers: [yarn]
#     complete: true
#   fix: Name the Python by the folder that the archive is unpacked as, ./environment/bin/python, and in client mode another one for the driver with spark.pyspark.driver.python.
package policies.pyspark.archive_python_path

import data.policies.lib.python

path := python.workers.path

# The folder that a relative path begins with.
folder := regex.find_all_string_submatch_n(`^(?:\./)?([^/.][^/]*)/`, path, 1)[0][1]

unpacked := {regex.replace(archive, `^.*[/#]`, "") | some archive in list} if list := archives

archives := array.concat(archived, distributed)

archived := input.conf["spark.archives"]

archived := [] if input.unset["spark.archives"]

distributed := input.conf["spark.yarn.dist.archives"]

distributed := [] if input.unset["spark.yarn.dist.archives"]

deny contains {"at": python.workers.at, "msg": $"there is no {path} in the containers: {present}"} if {
	wanted := folder
	names := unpacked
	not wanted in names
	present := contents(sort(names))
}

contents([]) := "the job brings no archive, and their folder is empty otherwise"

contents(names) := $"the archives are unpacked as {concat(", ", names)}" if count(names) > 0

deny contains {
	"at": "spark.pyspark.python",
	"msg": $"in client mode the driver runs {path} too, in the folder where the job is submitted; the archive is unpacked in containers only",
	"severity": "warning",
} if {
	folder in unpacked
	input.job.deploy_mode == "client"
	input.unset["spark.pyspark.driver.python"]
}

deny contains {
	"at": python.workers.at,
	"msg": $"an archive with an environment is unpacked as ./{name}, and the workers run {path}, which does not see its packages",
	"severity": "info",
} if {
	startswith(path, "/")
	some name in unpacked
	regex.match(`(?i)conda|venv|virtualenv|environment|(^|[._-])(py)?env`, name)
}
