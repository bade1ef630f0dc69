# METADATA
# title: Settings that Spark refuses together
# description: |
#   Each case is a condition on two settings or more, or on a setting and the cluster manager, that Spark checks while it
#   starts, and where it stops when it does not hold; or a value that it reads, and cannot use then. The message says
#   which; sparkvet explain lists the cases with the class of Spark that checks them.
# related_resources:
#   - description: Spark configuration
#     ref: https://spark.apache.org/docs/latest/configuration.html
#   - description: SparkSubmitArguments, where spark-submit checks
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/deploy/SparkSubmitArguments.scala
#   - description: SecurityManager
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/SecurityManager.scala
#   - description: HealthTracker
#     ref: https://github.com/apache/spark/blob/v3.5.1/core/src/main/scala/org/apache/spark/scheduler/HealthTracker.scala
# custom:
#   severity: error
#   since: 0.1.0
#   fix: Change one of the settings that the message names.
package policies.correctness.startup_constraint

import data.policies.lib.startup_constraint.allocation
import data.policies.lib.startup_constraint.authentication
import data.policies.lib.startup_constraint.driver
import data.policies.lib.startup_constraint.kubernetes
import data.policies.lib.startup_constraint.scheduling
import data.policies.lib.startup_constraint.submit
import data.policies.lib.startup_constraint.yarn

deny contains row if {
	some rows in [allocation.rows, authentication.rows, driver.rows, kubernetes.rows, scheduling.rows, submit.rows, yarn.rows]
	some row in rows
}
