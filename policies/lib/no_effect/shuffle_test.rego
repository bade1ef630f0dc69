package policies.lib.no_effect.shuffle_test

import data.policies.lib.job_test as job
import data.policies.lib.no_effect.shuffle

found contains row.case if some row in shuffle.rows

push(settings) := object.union({"spark.shuffle.push.enabled": true, "spark.shuffle.service.enabled": true}, settings)

test_push_based_shuffle if {
	count(found) == 0 with input as job.on("yarn", push({}))
	some row in shuffle.rows with input as job.on("kubernetes", push({}))
	row.msg == "spark.shuffle.push.enabled has no effect: it works on YARN, and the cluster manager is kubernetes"
	some encrypted in shuffle.rows with input as job.on("yarn", push({"spark.io.encryption.enabled": true}))
	encrypted.msg == "spark.shuffle.push.enabled has no effect: it does not go with spark.io.encryption.enabled"
	some alone in shuffle.rows with input as job.on("yarn", {"spark.shuffle.push.enabled": true})
	alone.absent
	count(found) == 0 with input as job.of({"cluster_manager": "kubernetes", "spark_release": "3.1"}, push({}))
	count(found) == 0 with input as job.fragment({"spark.shuffle.push.enabled": true})
}

test_decommission_with_shuffle_service if {
	settings := {"spark.decommission.enabled": true, "spark.shuffle.service.enabled": true}
	found == {"decommission_with_shuffle_service"} with input as job.on("yarn", settings)
	count(found) == 0 with input as job.on("kubernetes", settings)
	count(found) == 0 with input as job.of({"cluster_manager": "yarn", "spark_release": "3.3"}, settings)
}
