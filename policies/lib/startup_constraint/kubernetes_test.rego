package policies.lib.startup_constraint.kubernetes_test

import data.policies.lib.job_test as job
import data.policies.lib.startup_constraint.kubernetes

found contains row.case if some row in kubernetes.rows

prefix(text) := job.on("kubernetes", {"spark.kubernetes.executor.podNamePrefix": text})

test_pod_name_prefix if {
	every text in ["My_Job", "-job", "job.", concat("", ["a" | some _ in numbers.range(1, 238)])] {
		found == {"pod_name_prefix"} with input as prefix(text)
	}
	every text in ["my-job", "job.a", "1job", concat("", ["a" | some _ in numbers.range(1, 237)])] {
		count(found) == 0 with input as prefix(text)
	}
	count(found) == 0 with input as job.of({"cluster_manager": "kubernetes", "spark_release": "3.2"}, {"spark.kubernetes.executor.podNamePrefix": "My_Job"})
}

test_reserved_labels if {
	some row in kubernetes.rows with input as job.of({"cluster_manager": "kubernetes", "deploy_mode": "cluster"}, {"spark.kubernetes.driver.label.spark-role": "x"})
	row.msg == "spark.kubernetes.driver.label.spark-role sets the label spark-role, which Spark reserves for itself: it does not start"
	found == {"reserved_label"} with input as job.on("kubernetes", {"spark.kubernetes.executor.label.spark-exec-id": "1"})
	count(found) == 0 with input as job.on("kubernetes", {"spark.kubernetes.driver.label.spark-exec-id": "1", "spark.kubernetes.driver.label.team": "x"})
	count(found) == 0 with input as job.of({"cluster_manager": "kubernetes", "spark_release": "3.2"}, {"spark.kubernetes.driver.label.spark-version": "x"})
	count(found) == 0 with input as job.on("kubernetes", {"spark.kubernetes.driver.label.spark-role": "x"})
	count(found) == 0 with input as job.on("yarn", {"spark.kubernetes.driver.label.spark-role": "x"})
}

test_python_2 if {
	found == {"python_2"} with input as job.on("kubernetes", {"spark.kubernetes.pyspark.pythonVersion": "2"})
	count(found) == 0 with input as job.on("kubernetes", {"spark.kubernetes.pyspark.pythonVersion": "3"})
	count(found) == 0 with input as job.of({"cluster_manager": "kubernetes", "spark_release": "3.0"}, {"spark.kubernetes.pyspark.pythonVersion": "2"})
	count(found) == 0 with input as job.of({"cluster_manager": "kubernetes"}, {"spark.kubernetes.pyspark.pythonVersion": "2"})
}
