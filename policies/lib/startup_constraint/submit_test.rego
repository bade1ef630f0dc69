package policies.lib.startup_constraint.submit_test

import data.policies.lib.job_test as job
import data.policies.lib.startup_constraint.submit

found contains row.case if some row in submit.rows

test_a_remote_has_no_master if {
	some row in submit.rows with input as job.of({"spark_release": "3.5"}, {"spark.remote": "sc://h", "spark.master": "yarn", "spark.submit.deployMode": "cluster"})
	row.case == "remote_with_master"
	row.msg == "spark.remote=sc://h beside spark.master=yarn and spark.submit.deployMode=cluster: spark-submit stops, for a remote session has no master of its own"
	row.severity == "error"
	found == {"remote_with_master"} with input as job.of({}, {"spark.remote": "sc://h", "spark.submit.deployMode": "client"})
}

test_a_remote_alone_is_fine if {
	count(found) == 0 with input as job.of({"spark_release": "3.5"}, {"spark.remote": "sc://h"})
	count(found) == 0 with input as job.of({"spark_release": "3.3"}, {"spark.remote": "sc://h", "spark.master": "yarn"})
}
