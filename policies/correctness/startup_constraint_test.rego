package policies.correctness.startup_constraint_test

import data.policies.correctness.startup_constraint as rule
import data.policies.lib.job_test as job

test_denies_each_kind_of_row if {
	every case, document in {
		"allocation_ratio": job.on("yarn", {"spark.dynamicAllocation.enabled": true, "spark.dynamicAllocation.executorAllocationRatio": 2}),
		"secret_missing": job.on("standalone", {"spark.authenticate": true}),
		"python_2": job.on("kubernetes", {"spark.kubernetes.pyspark.pythonVersion": "2"}),
		"shuffle_manager": job.on("yarn", {"spark.shuffle.manager": "hash"}),
		"remote_with_master": job.of({"spark_release": "3.5"}, {"spark.remote": "sc://h", "spark.master": "yarn"}),
		"yarn_resource": job.on("yarn", {"spark.yarn.executor.resource.memory.amount": "2g"}),
	} {
		cases := {answer.case | some answer in rule.deny} with input as document
		cases == {case}
	}
}

test_allows_what_goes_together if {
	count(rule.deny) == 0 with input as job.on("yarn", {"spark.executor.cores": 4, "spark.dynamicAllocation.enabled": true})
}

test_silent_when_unknown if {
	document := job.on("yarn", {"spark.dynamicAllocation.enabled": true})
	unknown := object.union(document, {"unknown": {"spark.dynamicAllocation.executorAllocationRatio": "variable"}, "written": {"spark.dynamicAllocation.executorAllocationRatio": "conf"}})
	count(rule.deny) == 0 with input as unknown
}
