package policies.lib.startup_constraint.authentication_test

import data.policies.lib.job_test as job
import data.policies.lib.startup_constraint.authentication

found contains row.case if some row in authentication.rows

on(manager, settings) := job.on(manager, object.union({"spark.authenticate": true}, settings))

test_standalone_needs_a_secret if {
	found == {"secret_missing"} with input as on("standalone", {})
	count(found) == 0 with input as on("standalone", {"spark.authenticate.secret": "x"})
	count(found) == 0 with input as on("yarn", {})
	count(found) == 0 with input as job.on("standalone", {})
	count(found) == 0 with input as job.fragment({"spark.authenticate": true})
}

test_files_for_both_sides if {
	some row in authentication.rows with input as on("kubernetes", {"spark.authenticate.secret.driver.file": "/s"})
	row.msg == "spark.authenticate.secret.driver.file without spark.authenticate.secret.executor.file: Spark does not start with a secret for one side only"
	found == {"secret_file_of_one"} with input as on("kubernetes", {"spark.authenticate.secret.executor.file": "/s"})
	count(found) == 0 with input as on("kubernetes", {"spark.authenticate.secret.driver.file": "/s", "spark.authenticate.secret.executor.file": "/s"})
	count(found) == 0 with input as on("kubernetes", {"spark.authenticate.secret.driver.file": "/s", "spark.authenticate.secret.file": "/s"})
}

test_files_on_kubernetes_only if {
	found == {"secret_file_outside_kubernetes"} with input as on("yarn", {"spark.authenticate.secret.file": "/s"})
	some row in authentication.rows with input as on("local", {"spark.authenticate.secret.driver.file": "/s"})
	row.msg == "spark.authenticate.secret.driver.file with a local master: Spark takes a secret from a file on Kubernetes only, and does not start"
	count(found) == 0 with input as on("kubernetes", {"spark.authenticate.secret.file": "/s"})
	count(found) == 0 with input as job.on("yarn", {"spark.authenticate.secret.file": "/s"})
}
