package policies.platform.emr_serverless_worker_size_test

import data.policies.platform.emr_serverless_worker_size

gib := 1073741824

written(name) := {"name": name, "layer": "conf"}

found(conf) := result if {
	result := emr_serverless_worker_size.deny with input.conf as conf
		with input.assignments as [written(name) | some name, _ in conf]
		with input.job as {"complete": true, "open": false}
}

test_denies_memory if {
	some f in found({"spark.executor.memory": 28 * gib, "spark.executor.cores": 4})
	f.at == "spark.executor.memory"
	f.set == {"spark.executor.memory": "27g"}
	f.msg == "the executor needs 31 GB with 4 vCPU: such a worker has 8 to 30 GB of memory (heap and overhead), and EMR Serverless rejects the job"
}

test_warns_of_too_little if {
	some f in found({"spark.executor.memory": 2 * gib})
	f.severity == "warning"
}

test_denies_cores if {
	some f in found({"spark.driver.cores": 3})
	f.at == "spark.driver.cores"
}

test_denies_overhead if {
	count(found({"spark.executor.memory": 20 * gib, "spark.executor.memoryOverhead": 12 * gib})) == 1
	count(found({"spark.driver.memory": 20 * gib, "spark.driver.memoryOverhead": 12 * gib})) == 1
}

test_allows if {
	count(found({"spark.executor.memory": 27 * gib, "spark.driver.memory": 13 * gib})) == 0
	count(found({})) == 0
}

test_silent_when_unknown if {
	unknown := emr_serverless_worker_size.deny with input.conf as {"spark.executor.memory": 28 * gib}
		with input.assignments as [written("spark.executor.memory"), written("spark.executor.cores")]
		with input.job as {"complete": true, "open": false}
	count(unknown) == 0
	open := emr_serverless_worker_size.deny with input.conf as {"spark.executor.memory": 28 * gib}
		with input.assignments as [written("spark.executor.memory")]
		with input.job as {"complete": true, "open": true}
	count(open) == 0
}

test_silent_with_a_factor if {
	silent := emr_serverless_worker_size.deny with input.conf as {"spark.executor.memory": 28 * gib}
		with input.assignments as [written("spark.executor.memory"), written("spark.emr-serverless.memoryOverheadFactor")]
		with input.job as {"complete": true, "open": false}
	count(silent) == 0
}
