# METADATA
# title: Python that Spark no longer supports
# description: |
#   Each Spark release names the oldest Python that it runs with. Python 2 left with Spark 3.1, whose modules are no valid
#   Python 2: the driver and the workers end with a SyntaxError. An older Python 3 fails at the first thing that PySpark
#   takes from a newer one.
# related_resources:
#   - description: PySpark installation, supported Python versions
#     ref: https://spark.apache.org/docs/latest/api/python/getting_started/install.html
#   - description: Upgrading PySpark
#     ref: https://spark.apache.org/docs/latest/api/python/migration_guide/pyspark_upgrade.html
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Name a Python that the Spark release supports, for the driver and the workers.
package policies.pyspark.python2_config

import data.policies.lib.python

# The oldest Python of each release, as its package requires it.
oldest := {
	"3.1": "3.6", "3.2": "3.6", "3.3": "3.7", "3.4": "3.7", "3.5": "3.8",
	"4.0": "3.9", "4.1": "3.10", "4.2": "3.10", "4.3": "3.11",
}

deny contains {
	"at": chosen.at,
	"msg": $"Python {version} for Spark {input.job.spark_release}, which needs Python {least} or newer",
	"severity": severity(version),
} if {
	some chosen in chosen_pythons
	version := python.version(chosen.path)
	least := oldest[input.job.spark_release]
	semver.compare($"{version}.0", $"{least}.0") < 0
}

severity(version) := "error" if {
	startswith(version, "2.")
} else := "warning"

chosen_pythons contains python.driver

chosen_pythons contains python.workers
