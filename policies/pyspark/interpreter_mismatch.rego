# METADATA
# title: Driver and workers with different Pythons
# description: |
#   The driver pickles functions and the workers unpickle them, which only works within one minor version of Python. Each
#   worker compares its own with the driver's, and fails the task with PYTHON_VERSION_MISMATCH (before Spark 4.0: "Python
#   in worker has different version than that in driver").
# related_resources:
#   - description: Python package management
#     ref: https://spark.apache.org/docs/latest/api/python/tutorial/python_packaging.html
#   - description: worker.py, Spark 3.5
#     ref: https://github.com/apache/spark/blob/v3.5.6/python/pyspark/worker.py
# custom:
#   severity: error
#   since: 0.1.0
#   applies_to:
#     languages: [python]
#   fix: Name a Python of the same minor version for both.
package policies.pyspark.interpreter_mismatch

import data.policies.lib.python

deny contains {
	"at": python.driver.at,
	"msg": $"the driver runs Python {driver} and the workers Python {workers}: every task that runs Python fails",
	"notes": [python.workers.at],
} if {
	driver := python.version(python.driver.path)
	workers := python.version(python.workers.path)
	driver != workers
}
